namespace PracticeLms.Gradebooks;

/// <summary>What a column says about itself (AGS 2.0, line item).</summary>
public sealed record LineItemFacts
{
    public required string Label { get; init; }

    public required decimal ScoreMaximum { get; init; }

    public string? ResourceId { get; init; }

    public string? Tag { get; init; }

    public string? ResourceLinkId { get; init; }

    public DateTimeOffset? StartDateTime { get; init; }

    public DateTimeOffset? EndDateTime { get; init; }

    public SubmissionReviewBody? SubmissionReview { get; init; }
}
