using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lti.Grades.Internal;

/// <summary>Platforms' answers as our values. Null: the answer cannot be read.</summary>
internal static class AgsReading
{
    public static LineItem? ReadLineItem(byte[] body) =>
        Parse(body, AgsJsonContext.Default.LineItemJson) is { } json ? ToLineItem(json) : null;

    public static List<LineItem>? ReadLineItems(byte[] body)
    {
        if (Parse(body, AgsJsonContext.Default.LineItemJsonArray) is not { } rows)
            return null;
        var items = new List<LineItem>(rows.Length);
        foreach (var row in rows)
        {
            if (row is not null && ToLineItem(row) is { } item)
                items.Add(item);
        }

        return items;
    }

    public static List<Result>? ReadResults(byte[] body)
    {
        if (Parse(body, AgsJsonContext.Default.ResultJsonArray) is not { } rows)
            return null;
        var results = new List<Result>(rows.Length);
        foreach (var row in rows)
        {
            if (row?.UserId is { Length: > 0 } user)
            {
                results.Add(new Result
                {
                    UserId = user,
                    ResultScore = row.ResultScore,
                    ResultMaximum = row.ResultMaximum,
                    Comment = row.Comment,
                });
            }
        }

        return results;
    }

    /// <summary>Most platforms answer a score with nothing, or with something of their own.</summary>
    public static Accepted ReadScoreReply(byte[] body) =>
        new(body.Length == 0 ? null : Address(Parse(body, AgsJsonContext.Default.ScoreReplyJson)?.ResultUrl));

    // A line item without an address is of no use.
    private static LineItem? ToLineItem(LineItemJson json) =>
        Address(json.Id) is not { } id
            ? null
            : new LineItem
            {
                Id = id,
                Label = json.Label ?? "",
                ScoreMaximum = json.ScoreMaximum ?? 0,
                ResourceId = NullIfEmpty(json.ResourceId),
                Tag = NullIfEmpty(json.Tag),
                ResourceLinkId = NullIfEmpty(json.ResourceLinkId),
                StartDateTime = Moment(json.StartDateTime),
                EndDateTime = Moment(json.EndDateTime),
                SubmissionReview = json.SubmissionReview is { } review
                    ? new SubmissionReview { ReviewableStatus = [.. (review.ReviewableStatus ?? []).OfType<string>()], Label = NullIfEmpty(review.Label), Url = Address(review.Url) }
                    : null,
            };

    private static T? Parse<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text that is no UTF-8.
            return null;
        }
    }

    private static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http") ? uri : null;

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    // Moodle writes what it does not have as "".
    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
