using System.Globalization;
using PracticeLms.Courses;
using PracticeLms.Gradebooks;
using PracticeLms.Troubles;

namespace PracticeLms.Services;

/// <summary>What every service call passes: the trouble of the day, then its token. A plain delegate, since scores come by the thousand.</summary>
internal sealed class ServiceGate(Campus campus, Mischief mischief, AccessTokens tokens, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    /// <summary>For a service that a token with any of these scopes may call.</summary>
    public RequestDelegate For(RequestDelegate service, params string[] scopes) => http =>
    {
        campus.Counters.ServiceCalled();
        return mischief.Meet(atTokens: false) switch
        {
            { Kind: TroubleKind.None } => WithTokenAsync(http, service, scopes),
            { Kind: TroubleKind.LostAnswer } => LoseAnswerAsync(http, answered => WithTokenAsync(answered, service, scopes)),
            { Kind: TroubleKind.Revoked } => RevokeAsync(http),
            var trouble => MeetAsync(http, trouble),
        };
    };

    /// <summary>For the token end point.</summary>
    public RequestDelegate ForTokens(RequestDelegate service) => http => mischief.Meet(atTokens: true) switch
    {
        { Kind: TroubleKind.None or TroubleKind.Revoked } => service(http),
        { Kind: TroubleKind.LostAnswer } => LoseAnswerAsync(http, service),
        var trouble => MeetAsync(http, trouble),
    };

    private Task WithTokenAsync(HttpContext http, RequestDelegate service, string[] scopes)
    {
        if (tokens.Find(http.Request.Headers.Authorization.ToString()) is not { } token) return RefuseTokenAsync(http);
        if (!scopes.Any(token.Scopes.Contains)) return http.RefuseAsync(campus, new(StatusCodes.Status403Forbidden, $"The token lacks the scope {scopes[0]}."));
        return service(http);
    }

    private Task RevokeAsync(HttpContext http)
    {
        tokens.Revoke(http.Request.Headers.Authorization.ToString());
        return RefuseTokenAsync(http);
    }

    private Task RefuseTokenAsync(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return http.RefuseAsync(campus, new(StatusCodes.Status401Unauthorized, "The token is missing, unknown, expired or revoked."));
    }

    private async Task MeetAsync(HttpContext http, Trouble trouble)
    {
        var headers = http.Response.Headers;
        var refusal = new Refusal(StatusCodes.Status503ServiceUnavailable, "The service is unavailable for a while.");
        switch (trouble.Kind)
        {
            case TroubleKind.Throttled:
                headers.RetryAfter = trouble.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
                refusal = new(StatusCodes.Status429TooManyRequests, "Too many requests.");
                break;
            case TroubleKind.Rationed:
                headers["X-Rate-Limit-Remaining"] = "0";
                refusal = new(StatusCodes.Status403Forbidden, "403 Forbidden (Rate Limit Exceeded)");
                break;
            case TroubleKind.Timeout:
                await HangAsync(http);
                refusal = new(StatusCodes.Status504GatewayTimeout, "The service did not answer in time.");
                break;
        }

        if (!http.RequestAborted.IsCancellationRequested) await http.RefuseAsync(campus, refusal);
    }

    private async Task HangAsync(HttpContext http)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        await Task.Delay(Hang, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // The work is done, and nobody will ever hear of it.
    private static async Task LoseAnswerAsync(HttpContext http, RequestDelegate service)
    {
        http.Response.Body = Stream.Null;
        await service(http);
        http.Abort();
    }
}
