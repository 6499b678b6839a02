using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace PracticeLms.Hosting;

/// <summary>Where this LMS and the tool are. A port of 0 is known only once the server listens, so nothing is remembered.</summary>
internal sealed class Addresses(PracticeLmsOptions options, IServer server)
{
    public const string ClientId = "mentor-course";
    public const string DeploymentId = "1";

    /// <summary>The issuer of launches, without a slash at its end.</summary>
    public string Issuer => (options.PublicUrl?.OriginalString ?? Listening).TrimEnd('/');

    public string Token => $"{Issuer}/lti/token";

    public Uri Tool => options.Tool;

    public string ToolOrigin => options.Tool.GetLeftPart(UriPartial.Authority);

    public Uri ToolLogin => InTool("lti/login");

    public Uri ToolKeys => InTool(".well-known/jwks.json");

    /// <summary>The one address that launches may be sent to.</summary>
    public string ToolRedirect => InTool("lti/launch").AbsoluteUri;

    public string Target => InTool("").AbsoluteUri;

    private string Listening => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5081";

    private Uri InTool(string path) => new($"{options.Tool.AbsoluteUri.TrimEnd('/')}/{path}");
}
