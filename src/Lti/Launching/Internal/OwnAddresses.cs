using System.Text;
using Lti.Hosting;
using Microsoft.Extensions.Options;

namespace Lti.Launching.Internal;

/// <summary>The tool's own addresses, all from <see cref="LtiOptions.PublicUrl"/>.</summary>
internal sealed class OwnAddresses
{
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

    public string CookiePath { get; }

    /// <summary>Whether an address leads to us: same scheme, host and port.</summary>
    public bool IsOurs(Uri address) =>
        address.Port == _root.Port
        && address.Scheme.Equals(_root.Scheme, StringComparison.Ordinal)
        && address.IdnHost.Equals(_root.IdnHost, StringComparison.OrdinalIgnoreCase)
        && address.UserInfo.Length == 0;

    public bool IsOurs(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsOurs(uri);

    /// <summary>An own address that starts a login with the same hints again.</summary>
    public Uri LoginAgain(string issuer, string clientId, LoginHints hints)
    {
        var address = new StringBuilder(Login)
            .Append("?iss=").Append(Uri.EscapeDataString(issuer))
            .Append("&client_id=").Append(Uri.EscapeDataString(clientId))
            .Append("&login_hint=").Append(Uri.EscapeDataString(hints.LoginHint))
            .Append("&target_link_uri=").Append(Uri.EscapeDataString(hints.TargetLinkUri));
        if (hints.MessageHint is not null)
            address.Append("&lti_message_hint=").Append(Uri.EscapeDataString(hints.MessageHint));
        if (hints.DeploymentId is not null)
            address.Append("&lti_deployment_id=").Append(Uri.EscapeDataString(hints.DeploymentId));
        return new Uri(address.ToString());
    }
}
