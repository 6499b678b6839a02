using Lti.Launching;
using Lti.Launching.Internal;
using Lti.Platforms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lti.Hosting;

/// <summary>Brings a login initiation from HTTP to <see cref="LoginCeremony"/> and its outcome back.</summary>
internal sealed class LoginEndpoint(LoginCeremony ceremony, LtiCookies cookies, ILogger<LoginEndpoint> log)
{
    // OpenID Connect core 4 and LTI 1.3: GET and POST must both work.
    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var result = await ReadAsync(http) is { } request
            ? await ceremony.RunAsync(request, http.RequestServices.GetRequiredService<IPlatformStore>(), http.RequestAborted)
            : new LoginResult.Refused(LaunchErrors.RequestMalformed);

        switch (result)
        {
            case LoginResult.Redirect redirect:
                cookies.Bind(http, redirect.Binding);
                http.Response.Redirect(redirect.Location);
                break;
            case LoginResult.KeepInStorage keep:
                cookies.Bind(http, keep.Binding);
                await StoragePages.KeepAsync(http, keep);
                break;
            case LoginResult.Refused { Error: var error }:
                Log.LoginRefused(log, error.Code, error.Detail);
                await http.RequestServices.GetRequiredService<ILaunchHandler>().RefuseAsync(error, http, http.RequestAborted);
                break;
        }
    }

    private static async ValueTask<LoginRequest?> ReadAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method))
            return Read(http.Request, http.Request.Query.One);
        return await LtiForms.ReadAsync(http) is { } form ? Read(http.Request, form.One) : null;
    }

    private static LoginRequest Read(HttpRequest request, Func<string, string?> one) => new()
    {
        Issuer = one("iss"),
        LoginHint = one("login_hint"),
        TargetLinkUri = one("target_link_uri"),
        MessageHint = one("lti_message_hint"),
        ClientId = one("client_id"),
        DeploymentId = one("lti_deployment_id"),
        StorageTarget = one("lti_storage_target"),
        Place = request.Place(),
        CookiesWork = LtiCookies.Work(request),
        WasAskedForCookies = one(OwnAddresses.AskedForCookies) is not null,
    };
}
