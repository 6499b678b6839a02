namespace MentorCourseLti.Internship.Rules;

/// <summary>What was taken from one score because the work came late, and why: kept beside the assessment as it was then.</summary>
/// <param name="DueAt">The due time that was missed.</param>
/// <param name="Deducted">In points of the activity.</param>
public sealed record Lateness(DateTimeOffset DueAt, int Days, decimal Deducted);
