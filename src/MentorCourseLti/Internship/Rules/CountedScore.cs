namespace MentorCourseLti.Internship.Rules;

/// <summary>A score as it counts, and what was taken from it for lateness.</summary>
public sealed record CountedScore(decimal Score, Lateness? Lateness);
