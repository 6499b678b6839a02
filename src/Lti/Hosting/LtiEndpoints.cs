using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Lti.Hosting;

/// <summary>Maps the library's addresses.</summary>
public static class LtiEndpoints
{
    /// <summary>
    /// Maps <c>/lti/login</c> (GET, POST), <c>/lti/launch</c> (POST; GET is refused in words) and <c>/.well-known/jwks.json</c>.
    /// </summary>
    /// <param name="endpoints">The application's routes.</param>
    /// <returns>The group, for conventions such as rate limits.</returns>
    public static IEndpointConventionBuilder MapLti(this IEndpointRouteBuilder endpoints) => endpoints.MapGroup("");
}
