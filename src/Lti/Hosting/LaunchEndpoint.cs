using Lti.Launching;
using Lti.Launching.Internal;
using Lti.Platforms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lti.Hosting;

/// <summary>Brings a posted launch from HTTP to <see cref="LaunchCeremony"/>, and an accepted one to the application.</summary>
internal sealed class LaunchEndpoint(LaunchCeremony ceremony, LoginStates states, LtiCookies cookies, OwnAddresses own, ILogger<LaunchEndpoint> log)
{
    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await LtiForms.ReadAsync(http) is not { } form)
        {
            await RefuseAsync(LaunchErrors.RequestMalformed, null, http);
            return;
        }

        var state = states.Open(form.One("state"));
        var cookie = LtiCookies.Binding(http.Request, state);
        if (cookie is not null)
            cookies.Unbind(http, state!);

        var result = await ceremony.RunAsync(
            new LaunchRequest
            {
                HasState = form.One("state") is not null,
                State = state,
                // Anybody can post a form here from anywhere, with a state and a value of their own: only our own page asks the platform.
                Binding = cookie ?? (http.Request.IsFromOwnPage(own) ? form.One(StoragePages.ValueField) : null),
                WasStorageAsked = form.One(StoragePages.AskedField) is not null,
                Place = http.Request.Place(),
                CookiesWork = LtiCookies.Work(http.Request),
                IdToken = form.One("id_token"),
                Error = form.One("error"),
                ErrorDescription = form.One("error_description"),
            },
            http.RequestServices.GetRequiredService<IPlatformStore>(),
            http.RequestAborted);

        if (result is LaunchResult.Accepted { Launch: var launch })
            await OpenAsync(launch, http);
        else if (result is LaunchResult.AskStorage { Store: var store })
            await StoragePages.AskAsync(http, store, state!.BindingName, own.Launch, form);
        else if (result is LaunchResult.Refused { Error: var error })
            await RefuseAsync(error, state?.PlatformId, http);
    }

    /// <summary>A launch address opened by GET: typed by hand, or a reload after the browser forgot the form.</summary>
    public Task HandleGetAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Allow = "POST";
        return RefuseAsync(LaunchErrors.NotPosted, null, http);
    }

    private async Task OpenAsync(LtiLaunch launch, HttpContext http)
    {
        var handler = http.RequestServices.GetRequiredService<ILaunchHandler>();
        switch (await handler.OpenAsync(launch, http, http.RequestAborted))
        {
            case LaunchOpening.Opened opened:
                Log.LaunchOpened(log, launch.Platform.Id, launch.DeploymentId);
                http.Response.Redirect(opened.Location);
                break;
            case LaunchOpening.NonceAlreadySpent:
                await RefuseAsync(LaunchErrors.NonceReplayed, launch.Platform.Id, http);
                break;
            case LaunchOpening.Refused refused:
                await RefuseAsync(refused.Error, launch.Platform.Id, http);
                break;
        }
    }

    private async Task RefuseAsync(LaunchError error, PlatformId? platform, HttpContext http)
    {
        Log.LaunchRefused(log, error.Code, platform, error.Detail);
        await http.RequestServices.GetRequiredService<ILaunchHandler>().RefuseAsync(error, http, http.RequestAborted);
    }
}
