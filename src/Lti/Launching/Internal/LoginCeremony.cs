using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Lti.Platforms;
using Lti.Services.Internal;

namespace Lti.Launching.Internal;

/// <summary>
/// OpenID Connect login started by the platform: security framework 1.0, 5.1.1, and OpenID Connect core 1.0, 4 (third-party
/// initiated login). Straight line: find the platform, make state and nonce, send the browser there.
/// </summary>
internal sealed class LoginCeremony(LoginStates states, OwnAddresses own, TimeProvider time)
{
    // Canvas's lti_message_hint is a JWT of about 1 KB, Moodle's a short JSON text.
    private const int LongestParameter = 8_192;

    // Hints travel twice when the state carries them; some servers stop reading an address at 8 KB.
    private const int LongestHintsInState = 2_500;
    private const int LongestAddress = 7_500;
    private const int LongestTarget = 100;
    private const int LongestDetail = 120;

    public async ValueTask<LoginResult> RunAsync(LoginRequest request, IPlatformStore platforms, CancellationToken cancel)
    {
        // Security framework 5.1.1.1: iss, login_hint and target_link_uri are required; the others are LTI's additions.
        if (request.Issuer is null)
            return Refuse(LaunchErrors.LoginIssuerMissing);
        if (request.LoginHint is null)
            return Refuse(LaunchErrors.LoginHintMissing);
        if (request.TargetLinkUri is null)
            return Refuse(LaunchErrors.LoginTargetMissing);
        if (IsTooLong(request))
            return Refuse(LaunchErrors.RequestMalformed with { Detail = "A login parameter is longer than 8192 characters." });

        // OpenID Connect core 4: no open redirector. (The launch's own, signed target_link_uri decides where it leads.)
        if (!own.IsOurs(request.TargetLinkUri))
            return Refuse(LaunchErrors.LoginTargetElsewhere);

        // LTI 1.3 core 4.1.3: client_id tells registrations of one issuer apart; it is optional for the platform.
        var registered = await platforms.FindByIssuerAsync(request.Issuer, cancel);
        if (!TryChoose(registered, request, out var platform, out var refusal))
            return Refuse(refusal);

        if (request.WasAskedForCookies && !request.CookiesWork)
        {
            // Neither storage nor cookie, and the platform's hints are still unspent: a tab of its own can use them.
            return Refuse(LaunchErrors.CookieMissing with { RetryInNewTab = own.LoginAgain(platform, Hints(request)) });
        }

        var mayStore = !request.CookiesWork && request.Place is not BrowserPlace.Tab;
        return mayStore && request.StorageTarget is { Length: <= LongestTarget } target ? KeepInStorage(platform, request, target) : Redirect(platform, request);
    }

    /// <summary>This browser has not shown a cookie here, and the platform offers to keep data for us.</summary>
    private LoginResult.KeepInStorage KeepInStorage(Platform platform, LoginRequest request, string target)
    {
        var redirect = Redirect(platform, request, target);
        var store = new PlatformStorage(target, platform.AuthorizationEndpoint.GetLeftPart(UriPartial.Authority));
        // If nobody answers, the login comes here once more and shows whether a cookie came back.
        var onceMore = own.LoginOnceMore(platform, Hints(request)).AbsoluteUri;
        return new LoginResult.KeepInStorage(redirect.Binding, store, redirect.Location, onceMore.Length <= LongestAddress ? onceMore : redirect.Location);
    }

    private static bool TryChoose(
        IReadOnlyList<Platform> registered, LoginRequest request, out Platform chosen, out LaunchError refusal)
    {
        chosen = null!;
        refusal = LaunchErrors.LoginPlatformUnknown with
        {
            Detail = $"Issuer {PlainText.Of(request.Issuer!, LongestDetail)}, client id {PlainText.Of(request.ClientId ?? "not sent", LongestDetail)}.",
        };
        var candidates = 0;
        foreach (var platform in registered)
        {
            if (request.ClientId is not null && !platform.ClientId.Equals(request.ClientId, StringComparison.Ordinal))
                continue;

            candidates++;
            // The first one, or the one that knows the deployment.
            if (chosen is null || Knows(platform, request.DeploymentId) && !Knows(chosen, request.DeploymentId))
                chosen = platform;
        }

        if (candidates <= 1 || request.ClientId is not null || OnlyOneKnows(registered, request.DeploymentId))
            return chosen is not null;

        refusal = LaunchErrors.LoginPlatformAmbiguous with { Detail = $"Issuer {request.Issuer} has {candidates} registrations." };
        return false;
    }

    private static bool OnlyOneKnows(IReadOnlyList<Platform> registered, string? deployment) =>
        registered.Count(p => Knows(p, deployment)) == 1;

    private static bool Knows(Platform platform, string? deployment) =>
        deployment is not null && platform.Deployments.Contains(deployment, StringComparer.Ordinal);

    private LoginResult.Redirect Redirect(Platform platform, LoginRequest request, string? storageTarget = null)
    {
        var now = time.GetUtcNow();
        var nonce = Nonces.Make(now);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(22));
        var binding = new Binding(secret[..8], secret[8..]);
        var state = states.Seal(new LoginState
        {
            PlatformId = platform.Id,
            Nonce = nonce,
            BindingName = binding.Name,
            BindingHash = SHA256.HashData(Encoding.ASCII.GetBytes(binding.Value)),
            IssuedAt = now,
            StorageTarget = storageTarget,
            Hints = HintsToRemember(request),
        });

        // Security framework 5.1.1.2: the authentication request.
        var address = new StringBuilder(platform.AuthorizationEndpoint.AbsoluteUri, 1_024);
        address.Append(platform.AuthorizationEndpoint.Query.Length == 0 ? '?' : '&')
            .Append("scope=openid&response_type=id_token&response_mode=form_post&prompt=none&client_id=")
            .Append(Uri.EscapeDataString(platform.ClientId))
            .Append("&redirect_uri=").Append(Uri.EscapeDataString(own.Launch))
            .Append("&login_hint=").Append(Uri.EscapeDataString(request.LoginHint!));
        // LTI 1.3 core 4.1.1: echoed unchanged, and only when it was sent.
        if (request.MessageHint is not null)
            address.Append("&lti_message_hint=").Append(Uri.EscapeDataString(request.MessageHint));
        address.Append("&state=").Append(state).Append("&nonce=").Append(nonce);
        return new LoginResult.Redirect(binding, address.ToString());
    }

    private static LoginHints? HintsToRemember(LoginRequest request)
    {
        if (request.CookiesWork || request.Place is BrowserPlace.Tab)
            return null;
        var length = request.LoginHint!.Length + request.TargetLinkUri!.Length + (request.MessageHint?.Length ?? 0);
        return length > LongestHintsInState
            ? null
            : Hints(request);
    }

    private static LoginHints Hints(LoginRequest request) =>
        new(request.LoginHint!, request.MessageHint, request.TargetLinkUri!, request.DeploymentId);

    private static bool IsTooLong(LoginRequest request) =>
        request.Issuer!.Length > LongestParameter
        || request.LoginHint!.Length > LongestParameter
        || request.TargetLinkUri!.Length > LongestParameter
        || request.MessageHint?.Length > LongestParameter
        || request.ClientId?.Length > LongestParameter
        || request.DeploymentId?.Length > LongestParameter;

    private static LoginResult.Refused Refuse(LaunchError error) => new(error);
}
