using System.Text.Json;

namespace Lti.Launching.Internal;

/// <summary>The custom values of a launch (LTI 1.3 core, 5.4.6).</summary>
internal static class CustomClaim
{
    public static Dictionary<string, string>? Read(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object)
            return null;

        var custom = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            // The specification wants texts; platforms also send numbers and truth values.
            var text = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.Words() ?? "",
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => member.Value.GetRawText(),
                _ => null,
            };
            if (text is not null && !IsUnsubstituted(text))
                custom[member.Name] = text;
        }

        return custom;
    }

    /// <summary>
    /// Whether a value is a variable that the platform does not know: <c>$Context.id.history</c> comes back as it was written (Canvas does
    /// so in deep-link edits too). A price such as <c>$5</c> is a value.
    /// </summary>
    private static bool IsUnsubstituted(string text)
    {
        if (text.Length < 2 || text[0] != '$' || !char.IsAsciiLetter(text[1]))
            return false;
        foreach (var c in text.AsSpan(2))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-' or '<' or '>'))
                return false;
        }

        return true;
    }
}
