using Lti.Launching;

namespace MentorCourseLti.Hosting.Refusals;

/// <summary>Writes a refusal as a page, wherever in the pipeline it came up.</summary>
internal static class RefusalPage
{
    private const string View = "/Features/Shared/Refusal.cshtml";

    public static Task WriteAsync(HttpContext http, Refusal refusal)
    {
        // Refusals must be readable in the frame they appear in, whoever's it is: nobody could abuse them.
        SecurityHeaders.AllowAnyFrame(http);
        return ViewPage.WriteAsync(http, View, refusal.Status, refusal);
    }

    /// <summary>For an address that has been refused very often: in words too, and at hardly any cost.</summary>
    public static Task WriteBrieflyAsync(HttpContext http, LaunchError error)
    {
        SecurityHeaders.AllowAnyFrame(http);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = "60";
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync($"{error.Message}\n\nThis address was refused very often. Wait a minute, then open the link again from your course.\n{error.Code}", http.RequestAborted);
    }
}
