namespace PracticeLms.Courses;

/// <summary>A link to the tool on a course page: in LTI's words a resource link. Its column, if any, is the line item that names it.</summary>
public sealed record CourseLink(string Id, string CourseId, string Title)
{
    /// <summary>What the tool gave it when it was picked; comes back with every launch.</summary>
    public IReadOnlyDictionary<string, string> Custom { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public DateTimeOffset? AvailableFrom { get; init; }

    public DateTimeOffset? AvailableUntil { get; init; }

    public DateTimeOffset? DueAt { get; init; }
}
