namespace PracticeLms.Registration;

internal static class RegistrationRoutes
{
    public static void MapRegistration(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/openid-configuration", (RegistrationEndpoint registration) => registration.Describe());
        routes.MapPost("/lti/register", (RegistrationEndpoint registration, HttpRequest request) => registration.RegisterAsync(request));
    }
}
