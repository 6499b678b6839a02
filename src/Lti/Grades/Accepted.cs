namespace Lti.Grades;

/// <summary>The platform took a score. It may show another one: a teacher's own grade can win.</summary>
/// <param name="ResultUrl">Where the result is read, when the platform says so (Canvas does).</param>
public sealed record Accepted(Uri? ResultUrl);
