using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Lti.Tests.Drivers;

/// <summary>A launch message as a platform builds it: complete and right, until a test changes something.</summary>
internal sealed class LaunchMessage
{
    public const string Claim = "https://purl.imsglobal.org/spec/lti/claim/";
    public const string Membership = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

    private readonly JsonObject _claims;
    private readonly JsonObject _header = new() { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = TestKeys.First.KeyId };
    private RsaSecurityKey _key = TestKeys.First;
    private string? _rawHeader;
    private string? _rawPayload;
    private Func<byte[], byte[]>? _sign;
    private string? _rawToken;

    public LaunchMessage(string issuer, string clientId, string nonce, DateTimeOffset now) =>
        _claims = new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = clientId,
            ["sub"] = "user-3",
            ["nonce"] = nonce,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.ToUnixTimeSeconds() + 60,
            [Claim + "deployment_id"] = "deployment-1",
            [Claim + "version"] = "1.3.0",
            [Claim + "message_type"] = "LtiResourceLinkRequest",
            [Claim + "target_link_uri"] = "https://tool.example/",
            [Claim + "roles"] = new JsonArray(Membership + "Instructor"),
            [Claim + "context"] = new JsonObject { ["id"] = "2", ["label"] = "BIO399", ["title"] = "BIO 399 Mentor Internship", ["type"] = new JsonArray("CourseSection") },
            [Claim + "resource_link"] = new JsonObject { ["id"] = "link-1", ["title"] = "Week 1 mentor log", ["description"] = "" },
            ["name"] = "Ada Invented",
            ["given_name"] = "Ada",
            ["family_name"] = "Invented",
            ["email"] = "ada@example.edu",
        };

    public LaunchMessage With(string claim, JsonNode? value)
    {
        _claims[claim] = value;
        return this;
    }

    public LaunchMessage WithLti(string claim, JsonNode? value) => With(Claim + claim, value);

    public LaunchMessage Without(params string[] claims)
    {
        foreach (var claim in claims)
            _claims.Remove(claim);
        return this;
    }

    public LaunchMessage WithoutLti(string claim) => Without(Claim + claim);

    public LaunchMessage WithRoles(params string[] roles) =>
        WithLti("roles", new JsonArray([.. roles.Select(role => JsonValue.Create(role))]));

    /// <param name="value">None takes the header away.</param>
    public LaunchMessage WithHeader(string name, JsonNode? value)
    {
        _header.Remove(name);
        if (value is not null)
            _header[name] = value;
        return this;
    }

    /// <summary>Writes this in place of the header.</summary>
    public LaunchMessage WithRawHeader(Func<string, string> change)
    {
        _rawHeader = change(_header.ToJsonString());
        return this;
    }

    /// <summary>Signs in a way of its own; gets header and payload with their dot.</summary>
    public LaunchMessage WithSignature(Func<byte[], byte[]> sign)
    {
        _sign = sign;
        return this;
    }

    public LaunchMessage SignedWith(RsaSecurityKey key, string? kid = null)
    {
        _key = key;
        return WithHeader("kid", kid ?? key.KeyId);
    }

    /// <summary>Signs this text in place of the claims.</summary>
    public LaunchMessage WithPayload(Func<string, string> change)
    {
        _rawPayload = change(_claims.ToJsonString());
        return this;
    }

    /// <summary>Posts this in place of the signed token.</summary>
    public LaunchMessage WithToken(Func<string, string> change)
    {
        _rawToken = change(Sign());
        return this;
    }

    public string ToToken() => _rawToken ?? Sign();

    private string Sign()
    {
        var signed = $"{Encode(_rawHeader ?? _header.ToJsonString())}.{Encode(_rawPayload ?? _claims.ToJsonString())}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = _sign?.Invoke(bytes) ?? _key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64UrlEncoder.Encode(signature)}";
    }

    private static string Encode(string text) => Base64UrlEncoder.Encode(text);
}
