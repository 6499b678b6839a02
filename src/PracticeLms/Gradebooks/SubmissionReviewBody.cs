namespace PracticeLms.Gradebooks;

/// <summary>That the tool shows the work behind a column (submission review 1.0).</summary>
public sealed record SubmissionReviewBody
{
    /// <summary>In which states of the work; none for all.</summary>
    public IReadOnlyList<string>? ReviewableStatus { get; init; }

    public string? Label { get; init; }

    public string? Url { get; init; }

    public bool Covers(string? activityProgress) => activityProgress is not null && (ReviewableStatus is null || ReviewableStatus.Contains(activityProgress, StringComparer.Ordinal));
}
