using System.Text.Json.Serialization;
using PracticeLms.Services;

namespace PracticeLms.Gradebooks;

/// <summary>When the student worked (AGS 2.0).</summary>
public sealed record ScoreSubmission
{
    [JsonConverter(typeof(ZonedTimeConverter))]
    public DateTimeOffset? StartedAt { get; init; }

    [JsonConverter(typeof(ZonedTimeConverter))]
    public DateTimeOffset? SubmittedAt { get; init; }
}
