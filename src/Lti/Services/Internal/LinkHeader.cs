namespace Lti.Services.Internal;

/// <summary>
/// Finds <c>rel="next"</c> in Link headers (RFC 8288, 3), also as Moodle writes it: with curly quotes (which arrive as Latin-1 debris) and
/// <c>&amp;amp;</c> in the address.
/// </summary>
internal static class LinkHeader
{
    public static Uri? Next(IEnumerable<string> headers, Uri from)
    {
        foreach (var header in headers)
        {
            if (Next(header.AsSpan(), from) is { } next)
                return next;
        }

        return null;
    }

    private static Uri? Next(ReadOnlySpan<char> rest, Uri from)
    {
        while (true)
        {
            var open = rest.IndexOf('<');
            var close = open < 0 ? -1 : rest[open..].IndexOf('>');
            if (close < 0)
                return null;

            var target = rest.Slice(open + 1, close - 1);
            rest = rest[(open + close + 1)..];
            // Parameters reach to the next address: a comma may stand in a quoted title.
            var end = rest.IndexOf('<');
            var parameters = end < 0 ? rest : rest[..end];
            if (IsNext(parameters) && Uri.TryCreate(from, target.ToString().Replace("&amp;", "&", StringComparison.Ordinal), out var next))
                return next;
        }
    }

    private static bool IsNext(ReadOnlySpan<char> parameters)
    {
        foreach (var part in parameters.Split(';'))
        {
            var parameter = parameters[part];
            var equals = parameter.IndexOf('=');
            if (equals < 0 || !parameter[..equals].Trim().Equals("rel", StringComparison.OrdinalIgnoreCase))
                continue;
            if (HasWord(parameter[(equals + 1)..], "next"))
                return true;
        }

        return false;
    }

    // Several relations may stand in one value; whatever is no ASCII letter, digit or hyphen is a quote or a gap.
    private static bool HasWord(ReadOnlySpan<char> value, ReadOnlySpan<char> word)
    {
        var start = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && (char.IsAsciiLetterOrDigit(value[i]) || value[i] is '-' or '/' or ':' or '.'))
                continue;
            if (value[start..i].Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
            start = i + 1;
        }

        return false;
    }
}
