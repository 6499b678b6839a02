namespace MentorCourseLti.Hosting.Refusals;

/// <summary>Names the resources with the words of refusals.</summary>
public sealed class RefusalText;
