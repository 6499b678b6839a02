namespace Lti.Grades;

/// <summary>
/// That the work behind a column can be looked at in the tool, from the platform's gradebook (LTI submission review 1.0: the line item's
/// <c>submissionReview</c>).
/// </summary>
public sealed record SubmissionReview
{
    /// <summary>In which states of the work the platform offers it: values of <see cref="ActivityProgress"/>, by name. Empty for all.</summary>
    public IReadOnlyList<string> ReviewableStatus { get; init; } = [];

    /// <summary>What the platform's button says; null for its own words.</summary>
    public string? Label { get; init; }

    /// <summary>Where it leads on the tool's origin; null for where the link leads.</summary>
    public Uri? Url { get; init; }

    /// <inheritdoc/>
    public bool Equals(SubmissionReview? other) =>
        other is not null && Label == other.Label && Equals(Url, other.Url) && ReviewableStatus.SequenceEqual(other.ReviewableStatus, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Label, Url, ReviewableStatus.Count);
}
