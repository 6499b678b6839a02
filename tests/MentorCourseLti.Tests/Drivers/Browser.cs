using System.Net.Http.Headers;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>A browser without script: cookies by origin and path, redirects, and the self-submitting forms by which LTI's messages travel.</summary>
public sealed class Browser : IDisposable
{
    private const int MostSteps = 12;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(30) });
    private readonly List<Cookie> cookiesSeen = [];
    private readonly List<Sent> requests = [];
    private readonly Dictionary<(string Origin, string Name, string Path), Cookie> cookies = [];

    /// <summary>The name of a cookie that this browser never brings back.</summary>
    public string? Refuses { get; set; }

    /// <summary>Every cookie that was set, in order.</summary>
    public IReadOnlyList<Cookie> CookiesSeen => cookiesSeen;

    /// <summary>What was sent, in order.</summary>
    public IReadOnlyList<Sent> Requests => requests;

    /// <summary>A browser that somebody else sits at, with the same cookies.</summary>
    public Browser Copy()
    {
        var copy = new Browser();
        foreach (var (key, cookie) in cookies)
            copy.cookies[key] = cookie;
        return copy;
    }

    /// <summary>The header that goes to an address.</summary>
    public string CookiesFor(Uri url) => string.Join("; ", cookies
        .Where(cookie => cookie.Key.Origin == url.GetLeftPart(UriPartial.Authority) && cookie.Value.GoesTo(url.AbsolutePath))
        .Select(cookie => $"{cookie.Value.Name}={cookie.Value.Value}"));

    public Task<Page> GetAsync(Uri url) => SendAsync(new Sent(HttpMethod.Get, url));

    public async Task<Page> PostAsync(Uri url, IEnumerable<KeyValuePair<string, string>> form) => await SendAsync(await WriteAsync(url, form));

    /// <summary>As a script does it, which reads the answer itself.</summary>
    public async Task<Page> PostByScriptAsync(Uri url, IEnumerable<KeyValuePair<string, string>> form) => await SendOnceAsync(ByScript(await WriteAsync(url, form)));

    public Task<Page> PostAsync(Uri url, byte[] body, string contentType) => SendAsync(new Sent(HttpMethod.Post, url, body, contentType));

    public async Task<Page> SubmitAsync(IHtmlFormElement form, IHtmlElement? button = null) => await SendAsync(await WriteAsync(form, button));

    /// <summary>As a script does it, which reads the answer itself.</summary>
    public async Task<Page> SubmitByScriptAsync(IHtmlFormElement form, IHtmlElement button) => await SendOnceAsync(ByScript(await WriteAsync(form, button)));

    /// <summary>Sends, and goes on wherever the answer leads by itself.</summary>
    public async Task<Page> SendAsync(Sent request)
    {
        for (int step = 0; step < MostSteps; step++)
        {
            var page = await SendOnceAsync(request);
            if (page.Location is { } location)
                request = new Sent(HttpMethod.Get, new Uri(page.Url, location));
            else if (page.Document.QuerySelector("script")?.TextContent == "document.forms[0].submit()")
                return await SubmitAsync(page.Document.Forms[0]);
            else if (page.Document.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content") is { } refresh)
                request = new Sent(HttpMethod.Get, new Uri(page.Url, refresh[(refresh.IndexOf("url=", StringComparison.Ordinal) + 4)..]));
            else
                return page;
        }

        throw new InvalidOperationException($"{request.Url} leads in a circle.");
    }

    public async Task<Page> SendOnceAsync(Sent request)
    {
        requests.Add(request);
        using var message = new HttpRequestMessage(request.Method, request.Url);
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(request.Body);
            // An answer that refuses a large body comes before it.
            message.Headers.ExpectContinue = request.Body.Length > 1_000_000;
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType!);
        }

        if (request.Accept is not null)
            message.Headers.Add("Accept", request.Accept);
        string origin = request.Url.GetLeftPart(UriPartial.Authority);
        if (CookiesFor(request.Url) is { Length: > 0 } own)
            message.Headers.Add("Cookie", own);

        using var response = await http.SendAsync(message);
        if (response.Headers.TryGetValues("Set-Cookie", out var lines))
        {
            foreach (string line in lines)
                Keep(origin, Cookie.Parse(line));
        }

        string text = await response.Content.ReadAsStringAsync();
        // Not disposed: its pages would be emptied with it.
        var context = BrowsingContext.New(Configuration.Default);
        var document = (IHtmlDocument)await context.OpenAsync(answer => answer.Content(text).Address(request.Url).Header("Content-Type", "text/html; charset=utf-8"));
        return new Page(response, request.Url, text, document);
    }

    public void Dispose() => http.Dispose();

    private static async Task<Sent> WriteAsync(Uri url, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return new Sent(HttpMethod.Post, url, await content.ReadAsByteArrayAsync(), content.Headers.ContentType!.ToString());
    }

    private static async Task<Sent> WriteAsync(IHtmlFormElement form, IHtmlElement? button)
    {
        var request = (button is null ? form.GetSubmission() : form.GetSubmission(button))!;
        using var body = new MemoryStream();
        if (request.Body is not null)
            await request.Body.CopyToAsync(body);
        var url = new Uri(request.Target.Href);
        return string.Equals(request.Method.ToString(), "post", StringComparison.OrdinalIgnoreCase)
            ? new Sent(HttpMethod.Post, url, body.ToArray(), request.MimeType!)
            : new Sent(HttpMethod.Get, url);
    }

    private static Sent ByScript(Sent request) => request with { Accept = "application/json" };

    private void Keep(string origin, Cookie cookie)
    {
        cookiesSeen.Add(cookie);
        if (cookie.IsDeletion)
            cookies.Remove((origin, cookie.Name, cookie.Path));
        else if (cookie.Name != Refuses)
            cookies[(origin, cookie.Name, cookie.Path)] = cookie;
    }
}

/// <summary>One request.</summary>
public sealed record Sent(HttpMethod Method, Uri Url, byte[]? Body = null, string? ContentType = null, string? Accept = null)
{
    /// <summary>A field of the form that was sent.</summary>
    public string? Field(string name) =>
        Body is not null && QueryHelpers.ParseQuery(Encoding.UTF8.GetString(Body)).TryGetValue(name, out var values) ? values.ToString() : null;
}
