using System.Text;

namespace Benchmarks.Wire;

/// <summary>An HTTP answer: status, head as it came, body.</summary>
internal readonly record struct PlainAnswer(int Status, string Head, ReadOnlyMemory<byte> Body)
{
    public string? Header(string name)
    {
        int at = Head.IndexOf($"\r\n{name}: ", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        int start = at + name.Length + 4;
        return Head[start..Head.IndexOf('\r', start)];
    }

    public void KeepCookies(CookieJar jar)
    {
        const string setCookie = "\r\nSet-Cookie: ";
        for (int at = 0; (at = Head.IndexOf(setCookie, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            at += setCookie.Length;
            jar.Keep(Head.AsSpan(at, Head.IndexOf('\r', at) - at));
        }
    }

    public bool Says(ReadOnlySpan<byte> words) => Body.Span.IndexOf(words) >= 0;

    public override string ToString() => $"{Head}\r\n{Encoding.UTF8.GetString(Body.Span)}";
}
