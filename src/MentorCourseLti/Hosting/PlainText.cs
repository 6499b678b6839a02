using System.Text;

namespace MentorCourseLti.Hosting;

/// <summary>Makes text from outside fit for a database and a page: no control characters, no half characters, not too long.</summary>
public static class PlainText
{
    /// <summary>One line: a name, a title. Null where nothing readable is left.</summary>
    public static string? Line(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        string line = Clean(text, keepLines: false).Trim();
        if (line.Length > longest)
            line = line[..(char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest)];
        return line.Length == 0 ? null : line;
    }

    /// <summary>Text of several lines, its line ends made alike.</summary>
    public static string Lines(string? text) => text is null ? "" : Clean(text.ReplaceLineEndings("\n"), keepLines: true);

    private static string Clean(string text, bool keepLines)
    {
        if (IsClean(text, keepLines))
            return text;

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || (keepLines && rune.Value is '\n' or '\t'))
                clean.Append(rune);
            else if (!keepLines)
                clean.Append(' ');
        }

        return clean.ToString();
    }

    private static bool IsClean(string text, bool keepLines)
    {
        foreach (char character in text)
        {
            if (char.IsSurrogate(character) || (char.IsControl(character) && !(keepLines && character is '\n' or '\t')))
                return false;
        }

        return true;
    }
}
