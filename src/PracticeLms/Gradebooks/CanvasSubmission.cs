using System.Text.Json.Serialization;
using PracticeLms.Services;

namespace PracticeLms.Gradebooks;

/// <summary>Canvas's own part of a score.</summary>
public sealed record CanvasSubmission
{
    [JsonPropertyName("new_submission")]
    public bool? NewSubmission { get; init; }

    [JsonPropertyName("preserve_score")]
    public bool? PreserveScore { get; init; }

    [JsonPropertyName("prioritize_non_tool_grade")]
    public bool? PrioritizeNonToolGrade { get; init; }

    [JsonPropertyName("submission_type")]
    public string? SubmissionType { get; init; }

    [JsonPropertyName("submission_data")]
    public string? SubmissionData { get; init; }

    [JsonPropertyName("submitted_at")]
    [JsonConverter(typeof(ZonedTimeConverter))]
    public DateTimeOffset? SubmittedAt { get; init; }
}
