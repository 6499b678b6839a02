namespace MentorCourseLti.Hosting;

/// <summary>
/// <c>/capsule-worker.js</c>: a service worker serves the pages below its own address, so it lies at the root and not in <c>/dist</c>. Its address stays
/// the same for good: browsers ask by it whether there is a newer one.
/// </summary>
internal static class CapsuleWorker
{
    public const string Address = "/capsule-worker.js";

    public static void MapCapsuleWorker(this IEndpointRouteBuilder app) => app.MapGet(Address, (HttpContext http, Assets assets) =>
    {
        // It fetches what its pages would: nothing from elsewhere.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; connect-src 'self'; script-src 'self'";
        http.Response.Headers.CacheControl = "no-cache";
        return Results.File(assets.Worker, "text/javascript");
    });
}
