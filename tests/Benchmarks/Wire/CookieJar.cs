using System.Text;

namespace Benchmarks.Wire;

/// <summary>A browser's cookies for one site: kept by path, and between visits only those with an age.</summary>
internal sealed class CookieJar
{
    private readonly List<Cookie> cookies = [];

    public void Keep(ReadOnlySpan<char> setCookie)
    {
        int end = setCookie.IndexOf(';');
        var pair = end < 0 ? setCookie : setCookie[..end];
        int equals = pair.IndexOf('=');
        string name = pair[..equals].ToString();
        var attributes = end < 0 ? "" : setCookie[end..];
        bool isOver = attributes.Contains("max-age=0;", StringComparison.OrdinalIgnoreCase);
        string path = Attribute(attributes, "path=") ?? "/";

        cookies.RemoveAll(cookie => cookie.Name == name && cookie.Path == path);
        if (!isOver)
            cookies.Add(new Cookie(name, pair[(equals + 1)..].ToString(), path, attributes.Contains("max-age=", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Writes the Cookie header for a path; nothing where there is no cookie for it.</summary>
    public void WriteTo(StringBuilder request, ReadOnlySpan<char> path)
    {
        string before = "Cookie: ";
        foreach (var cookie in cookies)
        {
            if (!path.StartsWith(cookie.Path, StringComparison.Ordinal))
                continue;
            request.Append(before).Append(cookie.Name).Append('=').Append(cookie.Value);
            before = "; ";
        }

        if (before == "; ")
            request.Append("\r\n");
    }

    /// <summary>The browser is closed.</summary>
    public void EndSession() => cookies.RemoveAll(cookie => !cookie.IsKept);

    private static string? Attribute(ReadOnlySpan<char> attributes, string name)
    {
        int at = attributes.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = attributes[(at + name.Length)..];
        int end = value.IndexOf(';');
        return (end < 0 ? value : value[..end]).ToString();
    }

    private sealed record Cookie(string Name, string Value, string Path, bool IsKept);
}
