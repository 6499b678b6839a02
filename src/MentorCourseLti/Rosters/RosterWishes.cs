using MentorCourseLti.Hosting.Wishes;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Rosters;

/// <summary>Wishes to read who is in a course.</summary>
public sealed class RosterWishes(TimeProvider clock) : WishList<CourseId>(clock, capacity: 5_000, rest: TimeSpan.Zero);
