using Lti.Launching.Internal;
using Microsoft.AspNetCore.Http;

namespace Lti.Hosting;

/// <summary>What a browser says of a request by itself, which no page can make it say (W3C Fetch Metadata Request Headers).</summary>
internal static class BrowserFacts
{
    /// <summary>Where what we answer will be shown.</summary>
    public static BrowserPlace Place(this HttpRequest request) => request.Headers["Sec-Fetch-Dest"].ToString() switch
    {
        "document" => BrowserPlace.Tab,
        "iframe" or "frame" or "embed" or "object" or "fencedframe" => BrowserPlace.Frame,
        _ => BrowserPlace.Unknown,
    };

    /// <summary>Whether one of our own pages sent the request. Browsers before 2023 say it by <c>Origin</c> alone.</summary>
    public static bool IsFromOwnPage(this HttpRequest request, OwnAddresses own) => request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
        ? site.Equals("same-origin", StringComparison.Ordinal)
        : request.Headers.Origin.ToString().Equals(own.Origin, StringComparison.OrdinalIgnoreCase);
}
