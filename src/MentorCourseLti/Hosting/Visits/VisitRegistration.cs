using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MentorCourseLti.Hosting.Visits;

internal static class VisitRegistration
{
    /// <summary>After Razor Pages have been added.</summary>
    public static void AddVisits(this IServiceCollection services)
    {
        services.AddSingleton<VisitReader>();
        services.AddScoped<NewTabCode>();
        services.AddSingleton<IAntiforgery, FormTokens>();

        // Razor Pages bring ASP.NET Core's own authentication along, and each request would pass through it for nothing: a visit says who somebody is.
        services.RemoveAll<IAuthenticationSchemeProvider>();
        services.RemoveAll<IAuthenticationHandlerProvider>();
        services.RemoveAll<IAuthenticationService>();
        services.RemoveAll<IAuthorizationHandlerProvider>();
        services.RemoveAll<IAuthorizationService>();
        services.RemoveAll<IPolicyEvaluator>();
    }
}
