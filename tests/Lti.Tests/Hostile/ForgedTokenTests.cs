using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lti.Launching;
using Lti.Tests.Drivers;
using Microsoft.IdentityModel.Tokens;

namespace Lti.Tests.Hostile;

/// <summary>Tokens that the platform did not sign, whatever they say of themselves.</summary>
public sealed class ForgedTokenTests
{
    // An address that would notice being asked: nothing listens there, and a connection would take time to fail.
    private const string Evil = "https://192.0.2.1/keys.json";

    private static readonly Dictionary<string, HostileCase> Table = new(StringComparer.Ordinal)
    {
        ["alg none, unsigned"] = new(LaunchErrors.TokenMalformed, message => message.WithHeader("alg", "none").WithSignature(_ => [])),
        ["alg none, with a signature of rubbish"] = new(LaunchErrors.AlgorithmNotAllowed, message => message.WithHeader("alg", "none").WithSignature(_ => [1, 2, 3])),
        ["alg None"] = new(LaunchErrors.AlgorithmNotAllowed, message => message.WithHeader("alg", "None")),
        ["alg NONE"] = new(LaunchErrors.AlgorithmNotAllowed, message => message.WithHeader("alg", "NONE")),
        ["alg nOnE without kid"] = new(LaunchErrors.AlgorithmNotAllowed, message => message.WithHeader("alg", "nOnE").WithHeader("kid", null)),
        ["no alg"] = new(LaunchErrors.AlgorithmNotAllowed, message => message.WithHeader("alg", null)),
        ["an empty alg"] = new(LaunchErrors.AlgorithmNotAllowed, message => message.WithHeader("alg", "")),
        ["alg is a number"] = new(LaunchErrors.AlgorithmNotAllowed, message => message.WithHeader("alg", 256)),
        ["alg is a list with the right one"] = new(LaunchErrors.AlgorithmNotAllowed, message => message.WithHeader("alg", new JsonArray("RS256"))),
        ["alg with a space behind it"] = new(LaunchErrors.AlgorithmNotAllowed, message => message.WithHeader("alg", "RS256 ")),
        ["HS256 with the public key as PEM"] = new(LaunchErrors.AlgorithmNotAllowed, message => Hmac(message, Encoding.ASCII.GetBytes(TestKeys.First.Rsa.ExportSubjectPublicKeyInfoPem()))),
        ["HS256 with the public key as DER"] = new(LaunchErrors.AlgorithmNotAllowed, message => Hmac(message, TestKeys.First.Rsa.ExportSubjectPublicKeyInfo())),
        ["HS256 with the public key as JWK"] = new(LaunchErrors.AlgorithmNotAllowed, message => Hmac(message, JsonSerializer.SerializeToUtf8Bytes(TestKeys.Jwk(TestKeys.First)))),
        ["HS256 with the modulus"] = new(LaunchErrors.AlgorithmNotAllowed, message => Hmac(message, TestKeys.First.Rsa.ExportParameters(includePrivateParameters: false).Modulus!)),
        ["HS256 with an empty key"] = new(LaunchErrors.AlgorithmNotAllowed, message => Hmac(message, [])),
        ["RS384, rightly signed"] = new(LaunchErrors.AlgorithmNotAllowed, message => message.WithHeader("alg", "RS384").WithSignature(signed => Rsa(TestKeys.First, signed, HashAlgorithmName.SHA384))),
        ["RS512, rightly signed"] = new(LaunchErrors.AlgorithmNotAllowed, message => message.WithHeader("alg", "RS512").WithSignature(signed => Rsa(TestKeys.First, signed, HashAlgorithmName.SHA512))),
        ["PS256, rightly signed"] = new(LaunchErrors.AlgorithmNotAllowed, message => message.WithHeader("alg", "PS256").WithSignature(signed => TestKeys.First.Rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss))),
        ["ES256"] = new(LaunchErrors.AlgorithmNotAllowed, message => message.WithHeader("alg", "ES256")),
        ["RS256 said, PSS padding"] = new(LaunchErrors.SignatureInvalid, message => message.WithSignature(signed => TestKeys.First.Rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss))),
        ["RS256 said, SHA-1 signed"] = new(LaunchErrors.SignatureInvalid, message => message.WithSignature(signed => Rsa(TestKeys.First, signed, HashAlgorithmName.SHA1))),

        ["a stranger's key under the platform's kid"] = new(LaunchErrors.SignatureInvalid, message => message.SignedWith(TestKeys.Stranger, kid: TestKeys.First.KeyId)),
        ["a stranger's key under its own kid"] = new(LaunchErrors.KeyUnknown, message => message.SignedWith(TestKeys.Stranger)),
        ["a key from jku"] = new(LaunchErrors.KeyUnknown, message => message.SignedWith(TestKeys.Stranger).WithHeader("jku", Evil)),
        ["a key from jku under the platform's kid"] = new(LaunchErrors.SignatureInvalid, message => message.SignedWith(TestKeys.Stranger, kid: TestKeys.First.KeyId).WithHeader("jku", Evil)),
        ["a key from jwk"] = new(LaunchErrors.KeyUnknown, message => message.SignedWith(TestKeys.Stranger).WithHeader("jwk", StrangersJwk())),
        ["a key from jwk under the platform's kid"] = new(LaunchErrors.SignatureInvalid, message => message.SignedWith(TestKeys.Stranger, kid: TestKeys.First.KeyId).WithHeader("jwk", StrangersJwk())),
        ["a key from jwk without kid"] = new(LaunchErrors.KeyIdMissing, message => message.SignedWith(TestKeys.Stranger).WithHeader("kid", null).WithHeader("jwk", StrangersJwk())),
        ["a certificate from x5u"] = new(LaunchErrors.KeyUnknown, message => message.SignedWith(TestKeys.Stranger).WithHeader("x5u", Evil)),
        ["a certificate from x5c"] = new(LaunchErrors.SignatureInvalid, message => message.SignedWith(TestKeys.Stranger, kid: TestKeys.First.KeyId).WithHeader("x5c", new JsonArray("MIIB"))),
        ["a thumbprint from x5t"] = new(LaunchErrors.KeyIdMissing, message => message.WithHeader("kid", null).WithHeader("x5t", "AAAA")),
        ["crit with an extension"] = new(LaunchErrors.TokenMalformed, message => message.WithHeader("crit", new JsonArray("b64")).WithHeader("b64", false)),
        ["crit with nothing in it"] = new(LaunchErrors.TokenMalformed, message => message.WithHeader("crit", new JsonArray())),
        ["crit that is null"] = new(LaunchErrors.TokenMalformed, message => message.WithRawHeader(header => header[..^1] + ""","crit":null}""")),

        ["no kid"] = new(LaunchErrors.KeyIdMissing, message => message.WithHeader("kid", null)),
        ["an empty kid"] = new(LaunchErrors.KeyUnknown, message => message.WithHeader("kid", "")),
        ["kid is a number"] = new(LaunchErrors.KeyIdMissing, message => message.WithHeader("kid", 1)),
        ["kid is a list"] = new(LaunchErrors.KeyIdMissing, message => message.WithHeader("kid", new JsonArray(TestKeys.First.KeyId))),
        ["kid is a path"] = new(LaunchErrors.KeyUnknown, message => message.WithHeader("kid", "../../../../dev/null")),
        ["kid is SQL"] = new(LaunchErrors.KeyUnknown, message => message.WithHeader("kid", "' OR 1=1 --")),
        ["kid in other letters"] = new(LaunchErrors.KeyUnknown, message => message.WithHeader("kid", TestKeys.First.KeyId.ToUpperInvariant())),
        ["kid of 50,000 characters"] = new(LaunchErrors.KeyUnknown, message => message.WithHeader("kid", new string('k', 50_000))),
        ["kid twice"] = new(LaunchErrors.TokenMalformed, message => message.WithRawHeader(header => header[..^1] + ""","kid":"stranger-key"}""")),
        ["alg twice"] = new(LaunchErrors.TokenMalformed, message => message.WithRawHeader(header => header[..^1] + ""","alg":"none"}""")),
        ["the header is no JSON"] = new(LaunchErrors.TokenMalformed, message => message.WithRawHeader(_ => "alg=RS256")),
        ["the header is a list"] = new(LaunchErrors.TokenMalformed, message => message.WithRawHeader(_ => """["RS256"]""")),
        ["the header is a tower"] = new(LaunchErrors.TokenMalformed, message => message.WithRawHeader(_ => new string('[', 3_000))),
        ["the header is no UTF-8"] = new(LaunchErrors.AlgorithmNotAllowed, message => message.WithToken(token => $"{Base64UrlEncoder.Encode([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D])}{token[token.IndexOf('.', StringComparison.Ordinal)..]}")),

        ["the signature of another message"] = new(LaunchErrors.SignatureInvalid, message => message.WithSignature(_ => Rsa(TestKeys.First, [1, 2, 3], HashAlgorithmName.SHA256))),
        ["a signature of zeros"] = new(LaunchErrors.SignatureInvalid, message => message.WithSignature(_ => new byte[256])),
        ["a signature of ones"] = new(LaunchErrors.SignatureInvalid, message => message.WithSignature(_ => [.. Enumerable.Repeat((byte)0xFF, 256)])),
        ["a signature that is too short"] = new(LaunchErrors.SignatureInvalid, message => message.WithSignature(signed => Rsa(TestKeys.First, signed, HashAlgorithmName.SHA256)[..128])),
        ["a signature that is too long"] = new(LaunchErrors.SignatureInvalid, message => message.WithSignature(signed => [.. Rsa(TestKeys.First, signed, HashAlgorithmName.SHA256), 0])),
        ["a signature of 40 KB"] = new(LaunchErrors.SignatureInvalid, message => message.WithSignature(_ => new byte[40_000])),
        ["a signature of one byte"] = new(LaunchErrors.SignatureInvalid, message => message.WithSignature(_ => [0])),
        ["the payload of another message under a right signature"] = new(LaunchErrors.SignatureInvalid, message => message.WithToken(token => Swap(token, "user-3", "user-1"))),
        ["a signed payload that is a token itself"] = new(LaunchErrors.TokenMalformed, message => message.WithHeader("cty", "JWT").WithPayload(_ => "a.b.c")),
        ["an encrypted token"] = new(LaunchErrors.TokenMalformed, message => message.WithToken(token => token + ".AAAA.AAAA")),
        ["a token of two parts"] = new(LaunchErrors.TokenMalformed, message => message.WithToken(token => token[..token.LastIndexOf('.')])),
        ["a token with padding"] = new(LaunchErrors.TokenMalformed, message => message.WithToken(token => token.Replace(".", "==.", StringComparison.Ordinal))),
        ["a token in quotes"] = new(LaunchErrors.TokenMalformed, message => message.WithToken(token => $"\"{token}\"")),
        ["a token with Bearer before it"] = new(LaunchErrors.TokenMalformed, message => message.WithToken(token => $"Bearer {token}")),
        ["a token with a NUL in it"] = new(LaunchErrors.RequestMalformed, message => message.WithToken(token => token.Insert(5, "\0"))),
        ["a token of 200 KB"] = new(LaunchErrors.TokenMalformed, message => message.With("padding", new string('p', 140_000))),
        ["a token of dots"] = new(LaunchErrors.TokenMalformed, message => message.WithToken(_ => new string('.', 5_000))),
        ["an empty token"] = new(LaunchErrors.TokenMissing, message => message.WithToken(_ => "")),
    };

    public static TheoryData<string> Cases => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Is_turned_away(string what) => Table[what].HappensAsync();

    private static LaunchMessage Hmac(LaunchMessage message, byte[] key) => message.WithHeader("alg", "HS256").WithSignature(signed => HMACSHA256.HashData(key, signed));

    private static byte[] Rsa(RsaSecurityKey key, byte[] signed, HashAlgorithmName hash) => key.Rsa.SignData(signed, hash, RSASignaturePadding.Pkcs1);

    private static JsonNode StrangersJwk() => JsonSerializer.SerializeToNode(TestKeys.Jwk(TestKeys.Stranger))!;

    private static string Swap(string token, string from, string to)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace(from, to, StringComparison.Ordinal))}.{parts[2]}";
    }
}
