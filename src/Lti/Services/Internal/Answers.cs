using System.Globalization;
using System.Net;
using System.Text;

namespace Lti.Services.Internal;

/// <summary>What an HTTP answer means for the caller: wait, or give up.</summary>
internal static class Answers
{
    private const int LongestExcerpt = 500;

    /// <summary>An answer that is no success.</summary>
    public static ServiceAnswer<T> Classify<T>(OutboundAnswer.Received received, string what, TimeProvider time)
    {
        var reason = $"{what} ({received.Status.ToString(CultureInfo.InvariantCulture)} {(HttpStatusCode)received.Status}).";
        var retryAfter = RetryAfter(received, time);
        // No redirect is followed; one that calls itself temporary is a page of maintenance, or a log-in in front of the platform.
        if (received.Status is 302 or 303 or 307 or 408 or 425 or 429 or >= 500 || IsRateLimit(received))
            return new ServiceAnswer<T>.TryLater(received.Status, retryAfter, reason);
        return new ServiceAnswer<T>.Refused(received.Status, reason, Excerpt(Encoding.UTF8.GetString(received.Body)));
    }

    /// <summary>No answer at all.</summary>
    public static ServiceAnswer<T> Failure<T>(OutboundAnswer.Failed failed, string what) => failed.Permanent
        ? new ServiceAnswer<T>.Refused(0, $"{what} {failed.Reason}", null)
        : new ServiceAnswer<T>.TryLater(null, null, $"{what} {failed.Reason}");

    /// <summary>The beginning of a text as people can read it: no tags, no runs of white space.</summary>
    public static string? Excerpt(string text)
    {
        var plain = new StringBuilder(LongestExcerpt);
        var inTag = false;
        foreach (var c in text)
        {
            if (plain.Length == LongestExcerpt)
                break;
            if (c is '<')
                inTag = true;
            else if (c is '>' && inTag)
                (inTag, _) = (false, AppendSpace(plain));
            else if (inTag)
                continue;
            else if (char.IsWhiteSpace(c) || char.IsControl(c))
                AppendSpace(plain);
            else
                plain.Append(c);
        }

        // Not half of a surrogate pair.
        if (plain.Length > 0 && char.IsHighSurrogate(plain[^1]))
            plain.Length--;
        var excerpt = plain.ToString().Trim();
        return excerpt.Length == 0 ? null : excerpt;
    }

    private static StringBuilder AppendSpace(StringBuilder plain) =>
        plain.Length > 0 && plain[^1] != ' ' ? plain.Append(' ') : plain;

    // Canvas slows callers down with 403 and a remaining quota of 0.0.
    private static bool IsRateLimit(OutboundAnswer.Received received) =>
        received.Status == 403
        && received.Headers.TryGetValues("X-Rate-Limit-Remaining", out var values)
        && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var remaining)
        && remaining <= 0;

    // RFC 9110, 10.2.3: seconds or a date.
    private static TimeSpan? RetryAfter(OutboundAnswer.Received received, TimeProvider time)
    {
        var header = received.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
