using MentorCourseLti.Hosting.Visits;

namespace MentorCourseLti.Hosting;

/// <summary>The headers of every answer: no script, style or connection but our own, and only the LMS that launched us may frame us.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors ";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, bool isHttps) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy + "'none'";
        if (isHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        return next(http);
    });

    /// <summary>After the visit is known.</summary>
    public static IApplicationBuilder UseFrameAncestors(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Features.Get<CurrentVisit>() is { } visit)
            http.Response.Headers.ContentSecurityPolicy = $"{Policy}'self' {visit.FrameAncestors}";
        return next(http);
    });

    /// <summary>For a file that somebody uploaded: it may run and load nothing. The browser's PDF reader does not open in a sandbox.</summary>
    public static void OnlyShow(HttpContext http, bool isReader)
    {
        string ancestors = http.Features.Get<CurrentVisit>() is { } visit ? $"'self' {visit.FrameAncestors}" : "'none'";
        string policy = isReader ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'" : "default-src 'none'; sandbox";
        http.Response.Headers.ContentSecurityPolicy = $"{policy}; frame-ancestors {ancestors}";
    }

    /// <summary>For a page whose form goes to the LMS, such as the answer to a deep linking request.</summary>
    public static void AllowFormTo(HttpContext http, Uri address)
    {
        string policy = http.Response.Headers.ContentSecurityPolicy.ToString();
        http.Response.Headers.ContentSecurityPolicy = policy.Replace("form-action 'self'", $"form-action 'self' {WebOrigin.Of(address)}", StringComparison.Ordinal);
    }

    public static void AllowAnyFrame(HttpContext http) => http.Response.Headers.ContentSecurityPolicy = Policy + "*";
}
