using System.Text.Json.Serialization;
using PracticeLms.Services;

namespace PracticeLms.Gradebooks;

/// <summary>A score as a tool posts it (AGS 2.0, score publish service) with Canvas's submission extension.</summary>
public sealed record ScorePost
{
    public string? UserId { get; init; }

    public decimal? ScoreGiven { get; init; }

    public decimal? ScoreMaximum { get; init; }

    public string? Comment { get; init; }

    [JsonConverter(typeof(ZonedTimeConverter))]
    public DateTimeOffset? Timestamp { get; init; }

    public string? ActivityProgress { get; init; }

    public string? GradingProgress { get; init; }

    public ScoreSubmission? Submission { get; init; }

    [JsonPropertyName("https://canvas.instructure.com/lti/submission")]
    public CanvasSubmission? CanvasSubmission { get; init; }
}
