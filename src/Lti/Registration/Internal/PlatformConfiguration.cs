using System.Text.Json;

namespace Lti.Registration.Internal;

/// <summary>A platform's OpenID configuration (dynamic registration 1.0, 2.1), as far as we need it.</summary>
internal sealed record PlatformConfiguration
{
    private const string LtiMember = "https://purl.imsglobal.org/spec/lti-platform-configuration";

    public required string Issuer { get; init; }

    public required Uri AuthorizationEndpoint { get; init; }

    public required Uri TokenEndpoint { get; init; }

    public required Uri JwksUri { get; init; }

    public required Uri RegistrationEndpoint { get; init; }

    /// <summary>Null where the platform does not say.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    public string? ProductFamilyCode { get; init; }

    /// <summary>Null, with the name of what is missing, where something required is.</summary>
    public static PlatformConfiguration? Read(byte[] body, out string? missing)
    {
        missing = null;
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16 });
        }
        catch (JsonException)
        {
            missing = "It is not JSON.";
            return null;
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object)
            {
                missing = "It is not a JSON object.";
                return null;
            }

            string? Missing(string name) => $"{name} is missing or no address.";
            if (Text(root, "issuer") is not { Length: > 0 } issuer)
                missing = Missing("issuer");
            else if (Address(root, "authorization_endpoint") is not { } authorization)
                missing = Missing("authorization_endpoint");
            else if (Address(root, "token_endpoint") is not { } token)
                missing = Missing("token_endpoint");
            else if (Address(root, "jwks_uri") is not { } jwks)
                missing = Missing("jwks_uri");
            else if (Address(root, "registration_endpoint") is not { } registration)
                missing = Missing("registration_endpoint");
            else
            {
                return new PlatformConfiguration
                {
                    Issuer = issuer,
                    AuthorizationEndpoint = authorization,
                    TokenEndpoint = token,
                    JwksUri = jwks,
                    RegistrationEndpoint = registration,
                    Scopes = Texts(root, "scopes_supported"),
                    ProductFamilyCode = root.TryGetProperty(LtiMember, out var lti) && lti.ValueKind is JsonValueKind.Object ? Text(lti, "product_family_code") : null,
                };
            }

            return null;
        }
    }

    /// <summary>Null where it is missing, no text, or no Unicode.</summary>
    public static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind is not JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return null;
        }
    }

    private static Uri? Address(JsonElement element, string name) =>
        Uri.TryCreate(Text(element, name), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0 ? address : null;

    private static List<string>? Texts(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(one => one.ValueKind is JsonValueKind.String).Select(one => one.GetString()!)]
        : null;
}
