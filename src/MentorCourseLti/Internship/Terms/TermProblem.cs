namespace MentorCourseLti.Internship.Terms;

/// <summary>One thing that is wrong with a term's calendar.</summary>
/// <param name="Break">Which of its breaks, from 0; none where it is the term itself.</param>
public sealed record TermProblem(TermProblemKind Kind, int? Break = null);
