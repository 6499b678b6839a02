using System.Text.Json;
using Lti.DeepLinking;
using Lti.Grades;
using Lti.Roster;

namespace Lti.Launching.Internal;

/// <summary>
/// The claims of a launch message by type, in one pass over its JSON. Nothing is judged here: a claim that is absent or has the
/// wrong shape is null, and the ceremony says what that means.
/// </summary>
internal sealed class LaunchClaims
{
    private const string Core = "https://purl.imsglobal.org/spec/lti/claim/";

    public string? Issuer { get; private set; }

    public IReadOnlyList<string> Audiences { get; private set; } = [];

    public string? AuthorizedParty { get; private set; }

    public bool HasAuthorizedParty { get; private set; }

    public DateTimeOffset? IssuedAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public DateTimeOffset? NotBefore { get; private set; }

    public string? Nonce { get; private set; }

    public string? Version { get; private set; }

    public string? MessageType { get; private set; }

    public string? DeploymentId { get; private set; }

    public string? Subject { get; private set; }

    public string? TargetLinkUri { get; private set; }

    public IReadOnlyList<string>? Roles { get; private set; }

    public string? Name { get; private set; }

    public string? GivenName { get; private set; }

    public string? FamilyName { get; private set; }

    public string? Email { get; private set; }

    public string? Locale { get; private set; }

    public LtiResourceLink? ResourceLink { get; private set; }

    public LtiForUser? ForUser { get; private set; }

    public LtiContext? Context { get; private set; }

    public LtiPresentation? Presentation { get; private set; }

    public ToolPlatform? ToolPlatform { get; private set; }

    public IReadOnlyDictionary<string, string>? Custom { get; private set; }

    public AgsEndpoint? Ags { get; private set; }

    public NrpsEndpoint? Nrps { get; private set; }

    public DeepLinkingSettings? DeepLinking { get; private set; }

    /// <summary>Reads all claims; null when a text in them is no Unicode.</summary>
    public static LaunchClaims? Read(JsonElement payload)
    {
        var claims = new LaunchClaims();
        try
        {
            foreach (var claim in payload.EnumerateObject())
                claims.Take(claim.Name, claim.Value);
            return claims;
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json, for a text that is no UTF-8, or half a surrogate pair.
            return null;
        }
    }

    private void Take(string name, JsonElement value)
    {
        if (name.StartsWith(Core, StringComparison.Ordinal))
            TakeCore(name.AsSpan(Core.Length), value);
        else
            TakeOther(name, value);
    }

    // OpenID Connect core 1.0, 2 and 5.1; the services' own specifications.
    private void TakeOther(string name, JsonElement value)
    {
        switch (name)
        {
            case "iss": Issuer = value.Text(); break;
            case "aud": Audiences = value.ValueKind is JsonValueKind.Array ? value.Texts()! : value.Text() is { } one ? [one] : []; break;
            case "azp": (AuthorizedParty, HasAuthorizedParty) = (value.Text(), value.ValueKind is not JsonValueKind.Null); break;
            case "iat": IssuedAt = value.NumericDate(); break;
            case "exp": ExpiresAt = value.NumericDate(); break;
            case "nbf": NotBefore = value.NumericDate(); break;
            case "nonce": Nonce = value.Text(); break;
            case "sub": Subject = value.Text(); break;
            case "name": Name = value.Words(); break;
            case "given_name": GivenName = value.Words(); break;
            case "family_name": FamilyName = value.Words(); break;
            case "email": Email = value.Words(); break;
            case "locale": Locale = value.Words(); break;
            case "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint": Ags = ServiceClaims.ReadAgs(value); break;
            case "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings": DeepLinking = ServiceClaims.ReadDeepLinking(value); break;
            case "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice": Nrps = ServiceClaims.ReadNrps(value); break;
            default: break;
        }
    }

    // LTI 1.3 core, 5.3 (required) and 5.4 (optional).
    private void TakeCore(ReadOnlySpan<char> name, JsonElement value)
    {
        switch (name)
        {
            case "version": Version = value.Text(); break;
            case "message_type": MessageType = value.Text(); break;
            case "deployment_id": DeploymentId = value.Text(); break;
            case "target_link_uri": TargetLinkUri = value.Text(); break;
            case "roles": Roles = value.Texts(); break;
            case "resource_link": ResourceLink = ReadResourceLink(value); break;
            case "for_user": ForUser = ReadForUser(value); break;
            case "context": Context = ReadContext(value); break;
            case "launch_presentation": Presentation = ReadPresentation(value); break;
            case "tool_platform": ToolPlatform = ReadToolPlatform(value); break;
            case "custom": Custom = CustomClaim.Read(value); break;
            default: break;
        }
    }

    private static LtiResourceLink? ReadResourceLink(JsonElement value) =>
        value.Member("id"u8).Text() is not { } id
            ? null
            : new LtiResourceLink { Id = id, Title = value.Member("title"u8).Words(), Description = value.Member("description"u8).Words() };

    private static LtiForUser? ReadForUser(JsonElement value) =>
        value.Member("user_id"u8).Text() is { } id ? new LtiForUser(id, value.Member("name"u8).Words()) : null;

    // 5.4.1: without an id there is no course to speak of.
    private static LtiContext? ReadContext(JsonElement value) =>
        value.Member("id"u8).Text() is not { } id
            ? null
            : new LtiContext
            {
                Id = id,
                Label = value.Member("label"u8).Words(),
                Title = value.Member("title"u8).Words(),
                Types = value.Member("type"u8).Texts() ?? [],
            };

    private static LtiPresentation? ReadPresentation(JsonElement value) =>
        value.ValueKind is not JsonValueKind.Object
            ? null
            : new LtiPresentation
            {
                Locale = value.Member("locale"u8).Words(),
                DocumentTarget = value.Member("document_target"u8).Words(),
                ReturnUrl = value.Member("return_url"u8).WebAddress(),
            };

    private static ToolPlatform? ReadToolPlatform(JsonElement value) =>
        value.ValueKind is not JsonValueKind.Object
            ? null
            : new ToolPlatform
            {
                ProductFamilyCode = value.Member("product_family_code"u8).Words(),
                Version = value.Member("version"u8).Words(),
                Name = value.Member("name"u8).Words(),
                Guid = value.Member("guid"u8).Words(),
            };
}
