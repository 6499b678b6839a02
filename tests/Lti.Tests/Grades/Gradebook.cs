using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lti.Grades;
using Lti.Tests.Drivers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Lti.Tests.Grades;

/// <summary>A small gradebook behind a <see cref="TestPlatform"/>: line items with queries in their addresses, filters, pages.</summary>
internal sealed class Gradebook
{
    private readonly TestPlatform _lms;

    private Gradebook(TestPlatform lms) => _lms = lms;

    public List<JsonObject> LineItems { get; } = [];

    public int PageSize { get; set; } = 100;

    public bool IgnoresFilters { get; set; }

    public AgsEndpoint Endpoint => new()
    {
        Scopes = new HashSet<string>([AgsScopes.LineItem, AgsScopes.LineItemReadOnly, AgsScopes.ResultReadOnly, AgsScopes.Score], StringComparer.Ordinal),
        LineItems = _lms.At("/2/lineitems?type_id=1"),
    };

    public static Gradebook Of(World world)
    {
        var book = new Gradebook(world.Lms);
        world.Lms.OnService = book.AnswerAsync;
        return book;
    }

    public Gradebook With(string label, string? resourceLinkId = null, string? resourceId = "", string? tag = "")
    {
        LineItems.Add(new JsonObject
        {
            ["id"] = _lms.At($"/2/lineitems/{LineItems.Count + 1}/lineitem?type_id=1").AbsoluteUri,
            ["label"] = label,
            ["scoreMaximum"] = 20,
            ["resourceLinkId"] = resourceLinkId,
            ["resourceId"] = resourceId,
            ["tag"] = tag,
        });
        return this;
    }

    private Task AnswerAsync(ServiceRequest request, HttpContext http) => request.Method switch
    {
        "GET" when http.Request.Path == "/2/lineitems" => ListAsync(request, http),
        "POST" when http.Request.Path == "/2/lineitems" => CreateAsync(request, http),
        _ => http.Response.SayAsync(404, "text/html", "<h1>Not found</h1>"),
    };

    private Task ListAsync(ServiceRequest request, HttpContext http)
    {
        var query = QueryHelpers.ParseQuery(http.Request.QueryString.Value);
        var rows = LineItems.Where(item => IgnoresFilters || Matches(item, query)).ToList();
        var from = int.Parse(query.TryGetValue("from", out var value) ? value.ToString() : "0", CultureInfo.InvariantCulture);
        if (from + PageSize < rows.Count)
            http.Response.Headers.Link = $"<{_lms.At("/2/lineitems")}?type_id=1&amp;from={from + PageSize}>; rel=\"next\"";
        return http.Response.SayAsync(
            200, "application/vnd.ims.lis.v2.lineitemcontainer+json", JsonSerializer.Serialize(rows.Skip(from).Take(PageSize)));
    }

    private static bool Matches(JsonObject item, Dictionary<string, Microsoft.Extensions.Primitives.StringValues> query) =>
        Matches(item, query, "resource_link_id", "resourceLinkId") && Matches(item, query, "resource_id", "resourceId") && Matches(item, query, "tag", "tag");

    private static bool Matches(JsonObject item, Dictionary<string, Microsoft.Extensions.Primitives.StringValues> query, string parameter, string member) =>
        !query.TryGetValue(parameter, out var wanted) || string.Equals(wanted, (string?)item[member], StringComparison.Ordinal);

    private Task CreateAsync(ServiceRequest request, HttpContext http)
    {
        var item = JsonNode.Parse(request.Body)!.AsObject();
        item["id"] = _lms.At($"/2/lineitems/{LineItems.Count + 1}/lineitem?type_id=1").AbsoluteUri;
        LineItems.Add(item);
        return http.Response.SayAsync(201, "application/vnd.ims.lis.v2.lineitem+json", item.ToJsonString());
    }
}
