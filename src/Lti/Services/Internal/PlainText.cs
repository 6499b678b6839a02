namespace Lti.Services.Internal;

/// <summary>What strangers write, made fit for a log line or a page.</summary>
internal static class PlainText
{
    /// <summary>The beginning of a text on one line.</summary>
    public static string Of(string text, int longest)
    {
        var kept = text.AsSpan(0, Math.Min(text.Length, longest));
        return string.Create(kept.Length, kept, static (plain, from) =>
        {
            for (var i = 0; i < plain.Length; i++)
                plain[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i];
        }).Trim();
    }
}
