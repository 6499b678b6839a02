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
                cookies.Bind(http, redirect);
                http.Response.Redirect(redirect.Location);
                break;
            case LoginResult.Refused { Error: var error }:
                Log.LoginRefused(log, error.Code, error.Detail);
                await http.RequestServices.GetRequiredService<ILaunchHandler>().RefuseAsync(error, http, http.RequestAborted);
                break;
        }
    }

    private static async ValueTask<LoginRequest?> ReadAsync(HttpContext http)
    {
        var cookiesWork = LtiCookies.Work(http.Request);
        if (HttpMethods.IsGet(http.Request.Method))
        {
            var query = http.Request.Query;
            return new LoginRequest
            {
                Issuer = query.One("iss"),
                LoginHint = query.One("login_hint"),
                TargetLinkUri = query.One("target_link_uri"),
                MessageHint = query.One("lti_message_hint"),
                ClientId = query.One("client_id"),
                DeploymentId = query.One("lti_deployment_id"),
                CookiesWork = cookiesWork,
            };
        }

        if (await LtiForms.ReadAsync(http) is not { } form)
            return null;
        return new LoginRequest
        {
            Issuer = form.One("iss"),
            LoginHint = form.One("login_hint"),
            TargetLinkUri = form.One("target_link_uri"),
            MessageHint = form.One("lti_message_hint"),
            ClientId = form.One("client_id"),
            DeploymentId = form.One("lti_deployment_id"),
            CookiesWork = cookiesWork,
        };
    }
}
