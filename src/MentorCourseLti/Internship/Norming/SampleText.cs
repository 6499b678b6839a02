namespace MentorCourseLti.Internship.Norming;

/// <summary>A sample as its round's maker says it.</summary>
/// <param name="Id">None for a new one.</param>
public sealed record SampleText(NormingSampleId? Id, string Title, string Text);
