using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PracticeLms.Courses;
using PracticeLms.Hosting;

namespace PracticeLms.Services;

/// <summary>Cuts a list into pages by <c>limit</c> and <c>page</c>, and names the next one in the Link header.</summary>
internal sealed class Paging(Campus campus, Addresses addresses)
{
    private const int Most = 100;

    public IReadOnlyList<T> Page<T>(HttpContext http, IReadOnlyList<T> all)
    {
        var size = Number(http, "limit") is { } limit ? Math.Min(limit, Most) : campus.Manner.PageSize ?? Math.Max(all.Count, 1);
        var page = Number(http, "page") ?? 1;
        if ((long)page * size < all.Count) http.Response.Headers.Link = campus.Manner.NextLink(Address(http, page + 1));
        return [.. all.Skip((int)Math.Min((long)(page - 1) * size, int.MaxValue)).Take(size)];
    }

    private string Address(HttpContext http, int page)
    {
        var query = http.Request.Query.Where(pair => pair.Key != "page").ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        query["page"] = page.ToString(CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString($"{addresses.Issuer}{http.Request.Path}", query);
    }

    private static int? Number(HttpContext http, string name) =>
        int.TryParse(http.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
