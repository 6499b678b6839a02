using System.Diagnostics;
using System.Text;
using Benchmarks.Wire;

namespace Benchmarks.Launches;

/// <summary>One person after another at one browser: login, launch, first page. Every answer is looked at.</summary>
internal sealed class LaunchWorker(LaunchPlatform platform, LaunchTarget target, bool keepsConnection) : IDisposable
{
    // What a browser says of itself.
    private const string BrowserHeaders =
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36\r\n"
        + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8\r\n"
        + "Accept-Language: en-US,en;q=0.9\r\nAccept-Encoding: gzip, deflate, br\r\nUpgrade-Insecure-Requests: 1\r\n"
        + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n";

    private PlainConnection connection = new(target.Process.Address);
    private readonly LaunchSigner signer = new(platform);
    private readonly CookieJar jar = new();
    private readonly StringBuilder text = new(8_192);
    private byte[] request = new byte[16_384];

    public void Launch(Mentor mentor, bool withPage, LegTimes times)
    {
        jar.EndSession();
        long begun = Stopwatch.GetTimestamp();
        if (!keepsConnection)
            OpenConnection();
        var login = Post("/lti/login", mentor.LoginForm);
        long loggedIn = Stopwatch.GetTimestamp();
        string location = login is { Status: 302 } ? login.Header("Location")! : throw Wrong(login);
        string form = $"state={Parameter(location, "state")}&id_token={signer.Sign(mentor, Parameter(location, "nonce"))}";

        long signed = Stopwatch.GetTimestamp();
        var launch = Post("/lti/launch", form);
        long launched = Stopwatch.GetTimestamp();
        string page = launch is { Status: 302 } ? launch.Header("Location")! : throw Wrong(launch);
        if (!page.StartsWith(target.PagePrefix, StringComparison.Ordinal))
            throw Wrong(launch);
        times.Add(loggedIn - begun, launched - signed);
        if (!withPage)
            return;

        var shown = Get(page);
        times.AddPage(Stopwatch.GetTimestamp() - launched);
        if (shown is not { Status: 200 } || !shown.Says("data-editor"u8) || (target.ShowsNames && !shown.Says(mentor.Name)))
            throw Wrong(shown);
    }

    public void Dispose()
    {
        connection.Dispose();
        signer.Dispose();
    }

    /// <summary>Each person comes with an own browser. (A proxy in front of the tool would keep its connections.)</summary>
    private void OpenConnection()
    {
        connection.Dispose();
        connection = new PlainConnection(target.Process.Address);
    }

    private PlainAnswer Post(string path, string form)
    {
        Begin("POST", path);
        text.Append("Origin: ").Append(platform.Registration.Issuer)
            .Append("\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ").Append(form.Length).Append("\r\n\r\n").Append(form);
        return Exchange();
    }

    private PlainAnswer Get(string path)
    {
        Begin("GET", path);
        text.Append("\r\n");
        return Exchange();
    }

    private void Begin(string method, string path)
    {
        text.Clear().Append(method).Append(' ').Append(path).Append(" HTTP/1.1\r\nHost: ").Append(target.Process.Address.Authority).Append("\r\n").Append(BrowserHeaders);
        jar.WriteTo(text, path);
    }

    private PlainAnswer Exchange()
    {
        int length = 0;
        foreach (var chunk in text.GetChunks())
            length += Encoding.ASCII.GetBytes(chunk.Span, request.AsSpan(length));
        var answer = connection.Exchange(request.AsSpan(0, length));
        answer.KeepCookies(jar);
        return answer;
    }

    private static string Parameter(string location, string name)
    {
        int start = location.IndexOf($"&{name}=", StringComparison.Ordinal);
        if (start < 0)
            start = location.IndexOf($"?{name}=", StringComparison.Ordinal);
        start += name.Length + 2;
        int end = location.IndexOf('&', start);
        return end < 0 ? location[start..] : location[start..end];
    }

    private InvalidOperationException Wrong(PlainAnswer answer) => new($"{target.Name} answered:\n{answer}");
}
