using System.Globalization;
using System.Text;

namespace MentorCourseLti.Features.Archive;

/// <summary>Names that people gave to themselves and to things, as names of files: on every system, in every script, and nowhere but in their folder.</summary>
internal static class ArchiveName
{
    // File systems take 255 bytes; numbers, ids and endings come to it.
    private const int MostBytes = 120;

    private const string Forbidden = "/\\:*?\"<>|";

    // Windows keeps these for devices, whatever their ending.
    private static readonly HashSet<string> Devices = new(
        [.. "CON PRN AUX NUL".Split(' '), .. Enumerable.Range(0, 10).SelectMany(number => (string[])[$"COM{number}", $"LPT{number}"])], StringComparer.OrdinalIgnoreCase);

    /// <param name="otherwise">Where nothing of it can be a name.</param>
    public static string Of(string? name, string otherwise)
    {
        var safe = new StringBuilder();
        foreach (var rune in (name ?? "").Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (rune.IsBmp && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal))
                safe.Append('-');
            else if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                safe.Append(' ');
            else if (!TurnsText(rune))
                safe.Append(rune);
        }

        // Windows takes no dot or blank at the end, and elsewhere a dot at the beginning hides a file.
        string line = string.Join(' ', safe.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        string cut = Cut(line).TrimEnd('.', ' ');
        return cut.Length == 0 ? otherwise : Devices.Contains(cut.Split('.')[0]) ? $"_{cut}" : cut;
    }

    /// <summary>The same for a file that has an ending, which stays.</summary>
    public static string OfFile(string name, string otherwise)
    {
        string ending = Path.GetExtension(name);
        return $"{Of(Path.GetFileNameWithoutExtension(name), otherwise)}{(ending.Length > 1 ? $".{Of(ending[1..], "bin")}" : "")}";
    }

    /// <summary>Marks that write what follows from right to left: "gnp.exe" could pass for a picture by them.</summary>
    private static bool TurnsText(Rune rune) => rune.Value is 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;

    /// <summary>Between characters as people see them: half a family of emoji is another one.</summary>
    private static string Cut(string line)
    {
        if (Encoding.UTF8.GetByteCount(line) <= MostBytes)
            return line;
        var cut = new StringBuilder();
        int bytes = 0;
        for (var elements = StringInfo.GetTextElementEnumerator(line); elements.MoveNext();)
        {
            string element = elements.GetTextElement();
            bytes += Encoding.UTF8.GetByteCount(element);
            if (bytes > MostBytes)
                break;
            cut.Append(element);
        }

        return cut.ToString();
    }
}
