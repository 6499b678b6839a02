using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lti.Grades.Internal;

/// <summary>AGS 2.0, 3.2: a line item on the wire.</summary>
internal sealed record LineItemJson
{
    public string? Id { get; init; }

    public string? Label { get; init; }

    public decimal? ScoreMaximum { get; init; }

    public string? ResourceId { get; init; }

    public string? Tag { get; init; }

    public string? ResourceLinkId { get; init; }

    public string? StartDateTime { get; init; }

    public string? EndDateTime { get; init; }

    public SubmissionReviewJson? SubmissionReview { get; init; }
}

/// <summary>LTI submission review 1.0: a line item's <c>submissionReview</c> on the wire.</summary>
internal sealed record SubmissionReviewJson
{
    public IReadOnlyList<string?>? ReviewableStatus { get; init; }

    public string? Label { get; init; }

    public string? Url { get; init; }
}

/// <summary>AGS 2.0, 3.4: a score on the wire.</summary>
internal sealed record ScoreJson
{
    public required string UserId { get; init; }

    public decimal? ScoreGiven { get; init; }

    public decimal? ScoreMaximum { get; init; }

    public string? Comment { get; init; }

    public required string Timestamp { get; init; }

    public required string ActivityProgress { get; init; }

    public required string GradingProgress { get; init; }

    public SubmissionJson? Submission { get; init; }

    [JsonPropertyName("https://canvas.instructure.com/lti/submission")]
    public CanvasSubmissionJson? Canvas { get; init; }
}

/// <summary>AGS 2.0, 3.4.10.</summary>
internal sealed record SubmissionJson
{
    public string? SubmittedAt { get; init; }
}

/// <summary>Canvas's extension of a score; when it is sent, and why, stands in <see cref="Lti.Platforms.LmsQuirks"/>.</summary>
internal sealed record CanvasSubmissionJson
{
    [JsonPropertyName("new_submission")]
    public bool NewSubmission { get; init; }

    [JsonPropertyName("preserve_score")]
    public bool? PreserveScore { get; init; }

    [JsonPropertyName("prioritize_non_tool_grade")]
    public bool PrioritizeNonToolGrade { get; init; }

    [JsonPropertyName("submission_type")]
    public string? SubmissionType { get; init; }

    [JsonPropertyName("submission_data")]
    public string? SubmissionData { get; init; }

    [JsonPropertyName("submitted_at")]
    public string? SubmittedAt { get; init; }
}

/// <summary>Canvas's answer to a score.</summary>
internal sealed record ScoreReplyJson
{
    public string? ResultUrl { get; init; }
}

/// <summary>AGS 2.0, 3.3: a result on the wire.</summary>
internal sealed record ResultJson
{
    public string? UserId { get; init; }

    public decimal? ResultScore { get; init; }

    public decimal? ResultMaximum { get; init; }

    public string? Comment { get; init; }
}

/// <summary>Reads a text that a platform wrote as a number (user and link ids), and passes over what can be neither.</summary>
internal sealed class TolerantText : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(TolerantText)])]
[JsonSerializable(typeof(LineItemJson))]
[JsonSerializable(typeof(LineItemJson[]))]
[JsonSerializable(typeof(SubmissionReviewJson))]
[JsonSerializable(typeof(ScoreJson))]
[JsonSerializable(typeof(ScoreReplyJson))]
[JsonSerializable(typeof(ResultJson[]))]
internal sealed partial class AgsJsonContext : JsonSerializerContext;
