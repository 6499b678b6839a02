namespace MentorCourseLti.Internship.Assessments;

/// <summary>All that a grader says of one attempt.</summary>
public sealed record Verdict(IReadOnlyList<Mark> Marks, string Comment, IReadOnlyList<PassageNote> Passages);
