namespace PracticeLms.Courses;

/// <summary>What an administrator of this LMS has chosen.</summary>
public sealed record CampusSettings
{
    public string Manner { get; init; } = "moodle";

    public GradeSync GradeSync { get; init; } = GradeSync.SyncAndColumns;

    public bool ShareNames { get; init; } = true;

    public bool ShareEmails { get; init; } = true;

    /// <summary>Whether the page around a frame answers a tool that asks it to keep something. Canvas offers it even where nobody does.</summary>
    public bool KeepsData { get; init; } = true;
}
