using MentorCourseLti.Hosting.Wishes;
using MentorCourseLti.Internship.Activities;

namespace MentorCourseLti.Delivery;

/// <summary>Wishes to know what a gradebook column shows just now, such as of somebody who opens a receipt.</summary>
public sealed class ReadBackWishes(TimeProvider clock) : WishList<GradeColumnId>(clock, capacity: 1_000, rest: TimeSpan.FromSeconds(20));
