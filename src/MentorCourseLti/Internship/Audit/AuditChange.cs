namespace MentorCourseLti.Internship.Audit;

/// <summary>One thing that is otherwise now. Its values are kept in no language: numbers and times as machines write them, rules as JSON.</summary>
/// <param name="Was">None where there was nothing.</param>
public sealed record AuditChange(AuditField Field, string? Was, string? Is);
