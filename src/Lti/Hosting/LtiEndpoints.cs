using Lti.Keys;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lti.Hosting;

/// <summary>Maps the library's addresses.</summary>
public static class LtiEndpoints
{
    /// <summary>
    /// Maps <c>/lti/login</c> (GET, POST), <c>/lti/launch</c> (POST; GET is refused in words), <c>/.well-known/jwks.json</c> and, where the
    /// application has an <see cref="IRegistrationHandler"/>, <c>/lti/register</c> (GET). Platforms
    /// call them without a session: they are anonymous and outside of antiforgery (the sealed state and its cookie do that work).
    /// </summary>
    /// <param name="endpoints">The application's routes.</param>
    /// <returns>The group, for conventions such as rate limits.</returns>
    public static IEndpointConventionBuilder MapLti(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var login = services.GetRequiredService<LoginEndpoint>();
        var launch = services.GetRequiredService<LaunchEndpoint>();

        var group = endpoints.MapGroup("").AllowAnonymous();
        group.WithMetadata(new NoAntiforgery());
        group.MapMethods("/lti/login", [HttpMethods.Get, HttpMethods.Post], login.HandleAsync);
        group.MapMethods("/lti/launch", [HttpMethods.Post], launch.HandleAsync);
        group.MapMethods("/lti/launch", [HttpMethods.Get], launch.HandleGetAsync);
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(IRegistrationHandler)) == true)
            group.MapMethods("/lti/register", [HttpMethods.Get], services.GetRequiredService<RegisterEndpoint>().HandleAsync);
        group.MapMethods("/.well-known/jwks.json", [HttpMethods.Get, HttpMethods.Head], PublishKeysAsync);
        return group;
    }

    private static async Task PublishKeysAsync(HttpContext http)
    {
        var keys = await http.RequestServices.GetRequiredService<ToolKeys>().PublishedAsync(http.RequestAborted);
        http.Response.ContentType = "application/json";
        // Shorter than ToolKeys.Lead: a platform that caches has a new key before it signs.
        http.Response.Headers.CacheControl = "public, max-age=300";
        http.Response.ContentLength = keys.Length;
        if (HttpMethods.IsGet(http.Request.Method))
            await http.Response.Body.WriteAsync(keys, http.RequestAborted);
    }

    private sealed class NoAntiforgery : IAntiforgeryMetadata
    {
        public bool RequiresValidation => false;
    }
}
