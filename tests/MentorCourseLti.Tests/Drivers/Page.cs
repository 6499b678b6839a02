using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>What a browser shows: an answer, read as a person reads it.</summary>
public sealed class Page(HttpResponseMessage response, Uri url, string body, IHtmlDocument document)
{
    private const int VisitLength = 35;

    public int Status { get; } = (int)response.StatusCode;

    public Uri Url { get; } = url;

    public string Body { get; } = body;

    public HttpResponseHeaders Headers { get; } = response.Headers;

    public string? ContentType { get; } = response.Content.Headers.ContentType?.ToString();

    public string? ContentDisposition { get; } = response.Content.Headers.TryGetValues("Content-Disposition", out var values) ? values.Single() : null;

    public IHtmlDocument Document { get; } = document;

    public string? Location => Status is >= 300 and < 400 ? Headers.Location?.OriginalString : null;

    public string Heading => Text(Document.QuerySelector("h1"));

    /// <summary>The path below the visit: <c>/reflections/...</c>.</summary>
    public string Path => !IsInVisit ? Url.AbsolutePath : Url.AbsolutePath.Length == VisitLength ? "/" : Url.AbsolutePath[VisitLength..];

    /// <summary><c>/s/{visit}</c>.</summary>
    public string Visit => IsInVisit
        ? Url.AbsolutePath[..VisitLength]
        : throw new InvalidOperationException($"{Url.AbsolutePath} is no page of a visit: {Status} {Heading}");

    /// <summary>The short code of a refusal.</summary>
    public string Code => Text(Document.QuerySelector("code"));

    public string Chip => Text(Document.QuerySelector("header .chip"));

    public string Who => Text(Document.QuerySelector(".bar-who"));

    public string Role => Document.Body?.GetAttribute("data-role") ?? "";

    public string Says => Text(Document.QuerySelector("main"));

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public string ContentSecurityPolicy => string.Join(' ', Headers.GetValues("Content-Security-Policy"));

    /// <summary>The control that a label names.</summary>
    public IHtmlElement Field(string label) =>
        Document.QuerySelectorAll<IHtmlLabelElement>("label").FirstOrDefault(one => Text(one) == label)?.Control
        ?? throw new InvalidOperationException($"No field \"{label}\" on {Url}: {Status} {Says}");

    public string FieldText(string label) => Field(label) switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => "",
    };

    /// <summary>A link or a button by its accessible name, or by how the name begins.</summary>
    public IHtmlElement Clickable(string name)
    {
        var all = Document.QuerySelectorAll<IHtmlElement>("a[href], button").ToList();
        return all.Find(one => NameOf(one) == name) ?? all.Find(one => NameOf(one).StartsWith(name, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"Nothing to click named \"{name}\" on: {Status} {Says}");
    }

    public bool Offers(string name) => Document.QuerySelectorAll<IHtmlElement>("a[href], button").Any(one => NameOf(one).StartsWith(name, StringComparison.Ordinal));

    private bool IsInVisit => Url.AbsolutePath.StartsWith("/s/", StringComparison.Ordinal);

    public static string Text(INode? node) =>
        node is null ? "" : string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string NameOf(IHtmlElement element) => element.GetAttribute("aria-label") ?? Text(element);
}
