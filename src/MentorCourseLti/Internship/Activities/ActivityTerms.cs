namespace MentorCourseLti.Internship.Activities;

/// <summary>When an activity opens, is due and closes, and what it counts. What is not said is none.</summary>
public sealed record ActivityTerms(DateTimeOffset? OpensAt, DateTimeOffset? DueAt, DateTimeOffset? ClosesAt, decimal? Points);
