namespace MentorCourseLti.Features.Logs;

/// <summary>The fields in which a mentor tells of one session.</summary>
/// <param name="Known">Whose names are there to be picked.</param>
public sealed record EntryFields(LogForm Form, IReadOnlyList<string> Known);
