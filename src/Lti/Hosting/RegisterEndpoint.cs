using Lti.Registration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lti.Hosting;

/// <summary>Brings a registration that a platform starts from HTTP to <see cref="DynamicRegistration"/>, and its outcome to the application.</summary>
internal sealed class RegisterEndpoint(DynamicRegistration registration, ILogger<RegisterEndpoint> log)
{
    // Dynamic registration 1.0, 3.3: a GET with openid_configuration and, usually, registration_token.
    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var handler = http.RequestServices.GetRequiredService<IRegistrationHandler>();
        if (await handler.BeginAsync(http, http.RequestAborted) is not { } tool)
            return;

        // It goes on though the window is closed: once the platform has us, we must have the platform.
        var query = http.Request.Query;
        switch (await registration.RegisterAsync(query.One("openid_configuration"), query.One("registration_token"), tool, CancellationToken.None))
        {
            case RegistrationResult.Registered { Platform: var platform }:
                RegistrationLog.Registered(log, platform.Issuer, platform.ClientId);
                await handler.RegisteredAsync(platform, http, CancellationToken.None);
                break;
            case RegistrationResult.Refused { Error: var error }:
                RegistrationLog.Refused(log, error.Code, error.Detail);
                await handler.RefuseAsync(error, http, CancellationToken.None);
                break;
        }
    }
}

internal static partial class RegistrationLog
{
    [LoggerMessage(50, LogLevel.Information, "Registered at {Issuer} with client id {ClientId}.")]
    public static partial void Registered(ILogger log, string issuer, string clientId);

    [LoggerMessage(51, LogLevel.Warning, "Registration refused: {Code} {Detail}")]
    public static partial void Refused(ILogger log, string code, string? detail);
}
