using System.Text.Json;

namespace Lti.Launching.Internal;

/// <summary>Reads JSON of which every part may be absent or of another shape than promised.</summary>
internal static class ClaimReading
{
    // 9999-12-30: a day of room for the skew.
    private const double LatestNumericDate = 253_402_214_400;

    /// <summary>A member of an object; undefined when there is none.</summary>
    public static JsonElement Member(this JsonElement value, ReadOnlySpan<byte> name) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;

    /// <summary>A text that identifies something: exactly as sent; null when empty or no text.</summary>
    public static string? Text(this JsonElement value) =>
        value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A text for people: trimmed, and without the NUL that PostgreSQL cannot keep; null when empty or no text.</summary>
    public static string? Words(this JsonElement value)
    {
        if (value.Text() is not { } text)
            return null;
        if (text.Contains('\0', StringComparison.Ordinal))
            text = text.Replace("\0", "", StringComparison.Ordinal);
        text = text.Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>The texts of a list, others left out; null when it is no list.</summary>
    public static IReadOnlyList<string>? Texts(this JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Array)
            return null;
        var texts = new List<string>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
        {
            if (item.Text() is { } text)
                texts.Add(text);
        }

        return texts;
    }

    /// <summary>An absolute http or https address.</summary>
    public static Uri? WebAddress(this JsonElement value) =>
        Uri.TryCreate(value.Text(), UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http") ? uri : null;

    /// <summary>Seconds since 1970, which may have a fraction (RFC 7519, 2, NumericDate).</summary>
    public static DateTimeOffset? NumericDate(this JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is >= 0 and <= LatestNumericDate
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    /// <summary>Whether an id is one we can keep: LTI 1.3 core allows 255 characters, and a control character is nobody's id.</summary>
    public static bool IsKeepable(string id)
    {
        if (id.Length > 255)
            return false;
        foreach (var c in id)
        {
            if (char.IsControl(c))
                return false;
        }

        return true;
    }
}
