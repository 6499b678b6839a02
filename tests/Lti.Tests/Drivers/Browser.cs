namespace Lti.Tests.Drivers;

/// <summary>One browser, seen from the tool: keeps the tool's cookies (or does not) and follows nothing by itself.</summary>
internal sealed class Browser(TestTool tool) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>The Set-Cookie lines of the last answer.</summary>
    public IReadOnlyList<string> LastSetCookies { get; private set; } = [];

    public bool KeepsCookies { get; set; } = true;

    /// <summary>What this browser says of itself with every request.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, tool.Address + path));

    public Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> form) =>
        PostAsync(path, new FormUrlEncodedContent(form));

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, tool.Address + path) { Content = content });

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        foreach (var (name, value) in Headers)
            request.Headers.Add(name, value);
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await _http.SendAsync(request);
        LastSetCookies = response.Headers.TryGetValues("Set-Cookie", out var lines) ? [.. lines] : [];
        if (KeepsCookies)
        {
            foreach (var line in LastSetCookies)
                Keep(line);
        }

        return response;
    }

    private void Keep(string line)
    {
        var pair = line.Split(';')[0].Split('=', 2);
        if (line.Contains("Max-Age=0;", StringComparison.Ordinal))
            Cookies.Remove(pair[0]);
        else
            Cookies[pair[0]] = pair[1];
    }

    public void Dispose() => _http.Dispose();
}
