using MentorCourseLti.Data;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Features.Launch;

/// <summary>What a launch led to: a visit and, where the launch named them, the member and the link.</summary>
internal sealed record Arrival(Visit Visit, Member? Member, CourseLink? Link);
