using MentorCourseLti.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace MentorCourseLti.Hosting.Visits;

/// <summary>Hands the browser the cookie of a visit.</summary>
internal static class VisitCookie
{
    public const string Name = "mc";

    /// <summary>The cookie's path is the visit's, although the launch is answered outside of it.</summary>
    public static Task IssueAsync(HttpContext http, VisitId id)
    {
        http.Features.Set<IAuthenticationFeature>(new AuthenticationFeature
        {
            OriginalPath = http.Request.Path,
            OriginalPathBase = VisitPath.Of(id),
        });
        return http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, VisitPrincipal.Of(id));
    }
}
