using System.Security.Cryptography;
using System.Text;
using Lti.Hosting;
using Lti.Platforms;
using Microsoft.Extensions.Options;

namespace Lti.Launching.Internal;

/// <summary>
/// The launch: security framework 1.0, 5.1.3 (authentication response validation), then LTI 1.3 core, 5.3 (the message). Straight
/// line; each check has its own code. What a step reads, the steps before it have made trustworthy.
/// </summary>
internal sealed class LaunchCeremony(OwnAddresses own, PlatformKeys keys, IOptions<LtiOptions> options, TimeProvider time)
{
    private readonly TimeSpan _skew = options.Value.ClockSkew;
    private readonly TimeSpan _loginLifetime = options.Value.LoginLifetime;

    public async ValueTask<LaunchResult> RunAsync(LaunchRequest request, IPlatformStore platforms, CancellationToken cancel)
    {
        var now = time.GetUtcNow();

        // OpenID Connect core 3.1.2.6: the platform may answer with an error instead.
        if (request.Error is not null)
            return Refuse(PlatformErrors.Describe(request, IsBound(request)));

        // RFC 6749, 10.12: the state is ours, fresh, and of this browser.
        if (!request.HasState)
            return Refuse(LaunchErrors.StateMissing);
        if (request.State is not { } state)
            return Refuse(LaunchErrors.StateInvalid);
        if (now - state.IssuedAt > _loginLifetime)
            return Refuse(LaunchErrors.StateExpired);

        var platform = await platforms.FindAsync(state.PlatformId, cancel);
        if (platform is null)
            return Refuse(LaunchErrors.PlatformUnknown);
        if (!IsBound(request))
            return state.StorageTarget is { } target && !request.WasStorageAsked && request.Binding is null
                ? new LaunchResult.AskStorage(new PlatformStorage(target, platform.AuthorizationEndpoint.GetLeftPart(UriPartial.Authority)))
                : Refuse(NotBound(request, state, platform));

        // Security framework 5.1.3, 1: signed by this very platform, RS256, with a key that it publishes.
        var (token, refusal) = await CheckSignatureAsync(request.IdToken, platform, cancel);
        if (token is null)
            return Refuse(refusal!);

        using var payload = token.ReadPayload();
        if (payload is null)
            return Refuse(LaunchErrors.TokenMalformed with { Detail = "The payload is no JSON object without repeated names." });
        if (LaunchClaims.Read(payload.RootElement) is not { } claims)
            return Refuse(LaunchErrors.ClaimMalformed with { Detail = "A text is no Unicode." });

        if (CheckAuthentication(claims, platform, state, now) is { } unauthentic)
            return Refuse(unauthentic);
        if (MessageRules.Check(claims, own) is { } invalid)
            return Refuse(invalid);

        // LTI 1.3 core 3.1.3: a deployment is approved by somebody, never by a launch.
        if (!platform.Deployments.Contains(claims.DeploymentId!, StringComparer.Ordinal))
        {
            await platforms.RecordPendingDeploymentAsync(platform.Id, claims.DeploymentId!, cancel);
            return Refuse(LaunchErrors.DeploymentUnknown with { Detail = $"Deployment {claims.DeploymentId} of {platform.Issuer}." });
        }

        return new LaunchResult.Accepted(MessageRules.ToLaunch(claims, platform, _skew));
    }

    private async ValueTask<(IdToken? Token, LaunchError? Refusal)> CheckSignatureAsync(
        string? text, Platform platform, CancellationToken cancel)
    {
        if (text is null)
            return (null, LaunchErrors.TokenMissing);
        if (!IdToken.TryRead(text, out var token))
            return (null, LaunchErrors.TokenMalformed);

        // Security framework 5.1.3, 4 and 6.1: RS256; with "none" or a shared secret anybody could sign.
        if (token.Algorithm is not "RS256")
            return (null, LaunchErrors.AlgorithmNotAllowed);
        // Security framework 6.3: keys are told apart by kid.
        if (token.KeyId is null)
            return (null, LaunchErrors.KeyIdMissing);

        var found = await keys.FindAsync(platform, token.KeyId, cancel);
        if (found.Key is not { } key)
        {
            return (null, found.Reachable
                ? LaunchErrors.KeyUnknown
                : LaunchErrors.KeysUnreachable with { Detail = $"Key set {platform.JwksUri}." });
        }

        return key.Verify(token.Signed, token.Signature) ? (token, null) : (null, LaunchErrors.SignatureInvalid);
    }

    private LaunchError? CheckAuthentication(LaunchClaims claims, Platform platform, LoginState state, DateTimeOffset now)
    {
        // 5.1.3, 2: the issuer is the one that the login was for (no mix-up of platforms).
        if (!platform.Issuer.Equals(claims.Issuer, StringComparison.Ordinal))
            return LaunchErrors.IssuerMismatch with { Detail = $"Registered issuer {platform.Issuer}." };
        // 5.1.3, 3: we are the audience, or one of it.
        if (!claims.Audiences.Contains(platform.ClientId, StringComparer.Ordinal))
            return LaunchErrors.AudienceMismatch with { Detail = $"Registered client id {platform.ClientId}." };
        // 5.1.3, 3 and OpenID Connect core 3.1.3.7, 4 and 5: several audiences need an authorised party; one that is there must be us.
        if (claims.HasAuthorizedParty
                ? !platform.ClientId.Equals(claims.AuthorizedParty, StringComparison.Ordinal)
                : claims.Audiences.Count > 1)
            return LaunchErrors.AuthorizedPartyMismatch;

        // 5.1.3, 5 to 7: times, with a little patience for clocks.
        if (claims.ExpiresAt is not { } expires || claims.IssuedAt is not { } issued)
            return LaunchErrors.TimestampsMissing;
        if (expires + _skew <= now)
            return LaunchErrors.Expired with { Detail = $"exp {expires:O}, now {now:O}." };
        if (issued - _skew > now || claims.NotBefore - _skew > now || expires <= issued)
            return LaunchErrors.NotYetValid with { Detail = $"iat {issued:O}, exp {expires:O}, now {now:O}." };
        // A message cannot be older than the nonce that it holds.
        if (issued + _skew < state.IssuedAt)
            return LaunchErrors.IssuedTooLongAgo with { Detail = $"iat {issued:O}, login {state.IssuedAt:O}." };

        // 5.1.3, 8: the login's nonce. That it is spent only once is up to ILaunchHandler.OpenAsync.
        if (claims.Nonce is null)
            return LaunchErrors.NonceMissing;
        return claims.Nonce.Equals(state.Nonce, StringComparison.Ordinal) ? null : LaunchErrors.NonceMismatch;
    }

    private static bool IsBound(LaunchRequest request)
    {
        // A binding is 22 characters; hash nothing longer.
        if (request.State is not { } state || request.Binding is not { Length: 22 } binding)
            return false;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(binding), hash);
        return CryptographicOperations.FixedTimeEquals(hash, state.BindingHash);
    }

    // A browser that has shown us a cookie, but not this one: the launch was opened before (back, reload), or is somebody else's.
    private LaunchError NotBound(LaunchRequest request, LoginState state, Platform platform)
    {
        if (request.CookiesWork)
            return LaunchErrors.StateUsed;
        if (request.Place is BrowserPlace.Tab)
            return LaunchErrors.CookiesOff;
        return LaunchErrors.CookieMissing with { RetryInNewTab = state.Hints is { } hints ? InNewTab(platform, hints) : null };
    }

    private Uri? InNewTab(Platform platform, LoginHints hints) => LmsQuirks.LoginHintsAreSingleUse(platform, hints.MessageHint)
        ? LmsQuirks.LaunchAddress(platform, hints.MessageHint)
        : own.LoginAgain(platform, hints);

    private static LaunchResult.Refused Refuse(LaunchError error) => new(error);
}
