using System.Text;
using Lti.Hosting;
using Lti.Platforms;
using Microsoft.Extensions.Options;

namespace Lti.Launching.Internal;

/// <summary>The tool's own addresses, all from <see cref="LtiOptions.PublicUrl"/>.</summary>
internal sealed class OwnAddresses
{
    /// <summary>Our own parameter of a login; see <see cref="LoginRequest.WasAskedForCookies"/>.</summary>
    public const string AskedForCookies = "asked";

    private readonly Uri _root;

    public OwnAddresses(IOptions<LtiOptions> options)
    {
        _root = options.Value.PublicUrl ?? throw new InvalidOperationException("LtiOptions.PublicUrl is not set.");
        var root = _root.GetLeftPart(UriPartial.Path).TrimEnd('/');
        Login = $"{root}/lti/login";
        Launch = $"{root}/lti/launch";
        KeySet = $"{root}/.well-known/jwks.json";
        Root = $"{root}/";
        Domain = _root.Authority;
        Origin = _root.GetLeftPart(UriPartial.Authority);
        CookiePath = $"{_root.AbsolutePath.TrimEnd('/')}/lti";
    }

    public string Login { get; }

    /// <summary>Our <c>redirect_uri</c>: must equal one of the registration's character by character.</summary>
    public string Launch { get; }

    public string KeySet { get; }

    /// <summary>Our <c>target_link_uri</c> for messages that lead nowhere in particular.</summary>
    public string Root { get; }

    /// <summary>Host and, where it is not the usual one, port.</summary>
    public string Domain { get; }

    /// <summary>Scheme, host and port, as browsers write it.</summary>
    public string Origin { get; }

    public string CookiePath { get; }

    /// <summary>Whether an address leads to us: same scheme, host and port.</summary>
    public bool IsOurs(Uri address) =>
        address.Port == _root.Port
        && address.Scheme.Equals(_root.Scheme, StringComparison.Ordinal)
        && address.IdnHost.Equals(_root.IdnHost, StringComparison.OrdinalIgnoreCase)
        && address.UserInfo.Length == 0;

    public bool IsOurs(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsOurs(uri);

    /// <summary>An own address that starts a login with the same hints again.</summary>
    public Uri LoginAgain(Platform platform, LoginHints hints)
    {
        var address = new StringBuilder(Login)
            .Append("?iss=").Append(Uri.EscapeDataString(platform.Issuer))
            .Append("&client_id=").Append(Uri.EscapeDataString(platform.ClientId))
            .Append("&login_hint=").Append(Uri.EscapeDataString(hints.LoginHint))
            .Append("&target_link_uri=").Append(Uri.EscapeDataString(hints.TargetLinkUri));
        if (hints.MessageHint is not null)
            address.Append("&lti_message_hint=").Append(Uri.EscapeDataString(hints.MessageHint));
        if (hints.DeploymentId is not null)
            address.Append("&lti_deployment_id=").Append(Uri.EscapeDataString(hints.DeploymentId));
        return new Uri(address.ToString());
    }

    /// <summary>The same, with a word that the browser was asked for cookies.</summary>
    public Uri LoginOnceMore(Platform platform, LoginHints hints) => new($"{LoginAgain(platform, hints).AbsoluteUri}&{AskedForCookies}=1");
}
