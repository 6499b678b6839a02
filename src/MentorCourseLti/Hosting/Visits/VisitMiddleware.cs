using MentorCourseLti.Hosting.Refusals;

namespace MentorCourseLti.Hosting.Visits;

/// <summary>
/// Moves <c>/s/{visit}</c> into the path base, so that the cookie and every link stay under it, and finds out whose
/// visit it is. Nothing below it runs for a visit that is not the browser's own.
/// </summary>
internal sealed class VisitMiddleware(RequestDelegate next, VisitReader reader, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!VisitPath.TryRead(http.Request.Path, out var id, out var rest))
        {
            await next(http);
            return;
        }

        http.Request.PathBase = http.Request.PathBase.Add(VisitPath.Of(id));
        http.Request.Path = rest.HasValue ? rest : "/";

        if (http.Request.Path == NewTabCode.Path)
        {
            await next(http);
            return;
        }

        bool cookieCame = VisitCookie.TryRead(http.Request, out var key);
        var visit = cookieCame ? await reader.FindAsync(id, key, clock.GetUtcNow(), http.RequestAborted) : null;
        if (visit is null)
        {
            await RefuseAsync(http, id, cookieCame);
            return;
        }

        http.Features.Set(visit);
        await next(http);
    }

    private static async Task RefuseAsync(HttpContext http, Data.VisitId id, bool cookieCame)
    {
        var newTab = http.RequestServices.GetRequiredService<NewTabCode>();
        // A cookie that came and no visit: it ran out, or the member is no longer in the course.
        var refusal = cookieCame ? Refusal.VisitOver
            : HttpMethods.IsGet(http.Request.Method) && await newTab.OfferAsync(id, http.Request.Path, http.RequestAborted) is { } code ? Refusal.NoCookie(code)
            : Refusal.NoVisit;
        if (cookieCame && http.Request.HasFormContentType)
            await ReadWhatWasTypedAsync(http);
        await RefusalPage.WriteAsync(http, refusal);
    }

    /// <summary>So that the refusal can give it back.</summary>
    private static async Task ReadWhatWasTypedAsync(HttpContext http)
    {
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            // Too large or broken: there is nothing to show.
        }
    }
}
