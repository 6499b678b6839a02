namespace MentorCourseLti.Tests.Drivers;

/// <summary>One cookie as a server set it (RFC 6265).</summary>
public sealed record Cookie(string Name, string Value, string Path, string Line)
{
    public bool Has(string attribute) => Line.Split(';', StringSplitOptions.TrimEntries).Skip(1).Contains(attribute, StringComparer.OrdinalIgnoreCase);

    public bool IsDeletion => Line.Contains("max-age=0;", StringComparison.OrdinalIgnoreCase) || Line.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase);

    /// <summary>5.1.4: the path itself, or a folder above.</summary>
    public bool GoesTo(string path) =>
        path.StartsWith(Path, StringComparison.Ordinal) && (path.Length == Path.Length || Path[^1] == '/' || path[Path.Length] == '/');

    public static Cookie Parse(string line)
    {
        string[] parts = line.Split(';', StringSplitOptions.TrimEntries);
        string[] pair = parts[0].Split('=', 2);
        string? path = parts.Skip(1).FirstOrDefault(part => part.StartsWith("path=", StringComparison.OrdinalIgnoreCase));
        return new Cookie(pair[0], pair[1], path?["path=".Length..] ?? "/", line);
    }
}
