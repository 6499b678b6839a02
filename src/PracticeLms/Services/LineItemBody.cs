using System.Text.Json.Serialization;
using PracticeLms.Gradebooks;

namespace PracticeLms.Services;

/// <summary>A line item as the service reads and answers it (AGS 2.0, line item service).</summary>
public sealed record LineItemBody
{
    public string? Id { get; init; }

    public string? Label { get; init; }

    public decimal? ScoreMaximum { get; init; }

    public string? ResourceId { get; init; }

    public string? Tag { get; init; }

    public string? ResourceLinkId { get; init; }

    [JsonConverter(typeof(ZonedTimeConverter))]
    public DateTimeOffset? StartDateTime { get; init; }

    [JsonConverter(typeof(ZonedTimeConverter))]
    public DateTimeOffset? EndDateTime { get; init; }

    public SubmissionReviewBody? SubmissionReview { get; init; }

    public static LineItemBody Of(LineItem item, string url) => new()
    {
        Id = url,
        Label = item.Label,
        ScoreMaximum = item.ScoreMaximum,
        ResourceId = item.Facts.ResourceId,
        Tag = item.Facts.Tag,
        ResourceLinkId = item.Facts.ResourceLinkId,
        StartDateTime = item.Facts.StartDateTime,
        EndDateTime = item.Facts.EndDateTime,
        SubmissionReview = item.Facts.SubmissionReview,
    };

    /// <summary>The facts in this body, or what is wrong with it.</summary>
    public (LineItemFacts? Facts, string? Fault) Read() => this switch
    {
        { Label: null or "" } => (null, "label is missing."),
        { Label.Length: > 1_000 } => (null, "label is too long."),
        { ScoreMaximum: null or <= 0 } => (null, "scoreMaximum must be above 0."),
        _ => (new()
        {
            Label = Label,
            ScoreMaximum = ScoreMaximum.Value,
            ResourceId = ResourceId,
            Tag = Tag,
            ResourceLinkId = ResourceLinkId,
            StartDateTime = StartDateTime,
            EndDateTime = EndDateTime,
            SubmissionReview = SubmissionReview,
        }, null),
    };
}
