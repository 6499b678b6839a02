namespace MentorCourseLti.Internship.Rules;

/// <summary>Why a participation grade cannot be a course's rule, and which of its parts is to blame.</summary>
/// <param name="Part">Its place among the parts, from 0; of two of one kind, the later.</param>
public sealed record ParticipationProblem(ParticipationProblemKind Kind, int Part);
