using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Features.Programmes;

/// <summary>A programme that a course could become part of, and what it has.</summary>
public sealed record ProgrammeOffer(ProgrammeId Id, string Title, IReadOnlyList<string> Courses, int Groups, int Mentees);
