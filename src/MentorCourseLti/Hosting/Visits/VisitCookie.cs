using MentorCourseLti.Data;

namespace MentorCourseLti.Hosting.Visits;

/// <summary>
/// The cookie of a visit. Its path is the visit's own and it holds the visit's key, 22 characters: a browser keeps about
/// 10 KiB of partitioned cookies per site, and with ASP.NET Core's own tickets of 1,000 bytes the eleventh launch silently
/// ends the first. Written by hand, since cookie options know no Partitioned.
/// </summary>
internal static class VisitCookie
{
    private const string Name = "mc";

    public static void Issue(HttpContext http, VisitId id, VisitKey key) =>
        http.Response.Headers.Append("Set-Cookie", $"{Name}={key}; Path={VisitPath.Of(id)}; Secure; HttpOnly; SameSite=None; Partitioned");

    public static bool TryRead(HttpRequest request, out VisitKey key) => VisitKey.TryRead(request.Cookies[Name], out key);
}
