using System.Text.Json.Nodes;
using Lti.Launching.Internal;

namespace Lti.Registration.Internal;

/// <summary>The client registration that we post (OpenID Connect dynamic client registration 1.0, 2; LTI dynamic registration 1.0, 2.2).</summary>
internal static class RegistrationMessage
{
    public const string ToolMember = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    public static string Write(ToolRegistration tool, IReadOnlyList<string> scopes, OwnAddresses own)
    {
        var configuration = new JsonObject
        {
            ["domain"] = own.Domain,
            ["description"] = tool.Description,
            ["target_link_uri"] = own.Root,
            ["claims"] = Array(tool.Claims),
            ["messages"] = new JsonArray([.. tool.Messages.Select(message => Message(message, own))]),
            ["custom_parameters"] = new JsonObject(tool.Custom.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        };
        foreach (var (name, value) in tool.Extensions)
            configuration[name] = value;

        return new JsonObject
        {
            ["application_type"] = "web",
            ["response_types"] = new JsonArray("id_token"),
            ["grant_types"] = new JsonArray("implicit", "client_credentials"),
            ["initiate_login_uri"] = own.Login,
            ["redirect_uris"] = new JsonArray(own.Launch),
            ["client_name"] = tool.Name,
            ["jwks_uri"] = own.KeySet,
            ["token_endpoint_auth_method"] = "private_key_jwt",
            ["scope"] = string.Join(' ', scopes),
            [ToolMember] = configuration,
        }.ToJsonString();
    }

    private static JsonObject Message(ToolMessage message, OwnAddresses own)
    {
        var written = new JsonObject { ["type"] = message.Type, ["target_link_uri"] = own.Root, ["label"] = message.Label };
        if (message.Placements.Count > 0)
            written["placements"] = Array(message.Placements);
        return written;
    }

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}
