using MentorCourseLti.Hosting.Refusals;
using MentorCourseLti.Hosting.Visits;

namespace MentorCourseLti.Features.Launch;

/// <summary>Opens a visit in a tab of its own by a one-time code, where its cookie is first-party.</summary>
internal static class NewTab
{
    public static void MapNewTab(this IEndpointRouteBuilder app) => app.MapGet(NewTabCode.Path, OpenAsync);

    private static async Task OpenAsync(HttpContext http, NewTabCode codes, string? code)
    {
        // The visit middleware has moved the visit into the path base and let this one address through without a cookie.
        bool isVisit = VisitPath.TryRead(http.Request.PathBase, out var id, out _);
        if (!isVisit || await codes.SpendAsync(id, code, http.RequestAborted) is not { } spent)
        {
            await RefusalPage.WriteAsync(http, Refusal.NoVisit);
            return;
        }

        VisitCookie.Issue(http, id, spent.Key);
        http.Response.Redirect(VisitPath.Of(id) + spent.Wanted);
    }
}
