namespace MentorCourseLti.Internship.Assessments;

/// <summary>What the grader says of one criterion.</summary>
/// <param name="Criterion">Key of the criterion.</param>
/// <param name="Level">Key of the chosen level; none yet in a draft.</param>
/// <param name="Points">How many of a range the level gives; none: the most.</param>
public sealed record Mark(string Criterion, string? Level, string Comment, decimal? Points = null);
