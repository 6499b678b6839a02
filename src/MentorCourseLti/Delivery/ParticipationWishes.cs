using MentorCourseLti.Hosting.Wishes;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Delivery;

/// <summary>Wishes to count a course's participation grades anew, since something of what they count has changed.</summary>
public sealed class ParticipationWishes(TimeProvider clock) : WishList<CourseId>(clock, capacity: 5_000, rest: TimeSpan.Zero);
