using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PracticeLms.Hosting;

/// <summary>The key that signs launches, kept beside the journal.</summary>
internal sealed class SigningKey : IDisposable
{
    private static readonly JsonWebTokenHandler Tokens = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly RSA rsa;
    private readonly SigningCredentials credentials;

    private SigningKey(RSA rsa)
    {
        this.rsa = rsa;
        var key = new RsaSecurityKey(rsa);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        credentials = new(key, SecurityAlgorithms.RsaSha256);
        KeySet = Publish(rsa, key.KeyId);
    }

    /// <summary>The public half as a JSON Web Key Set.</summary>
    public string KeySet { get; }

    public static SigningKey Open(string? folder)
    {
        if (folder is null) return new(RSA.Create(2048));

        var path = Path.Combine(folder, "signing-key.pem");
        if (!File.Exists(path))
        {
            using var made = RSA.Create(2048);
            File.WriteAllText(path, made.ExportPkcs8PrivateKeyPem());
        }

        var kept = RSA.Create();
        kept.ImportFromPem(File.ReadAllText(path));
        return new(kept);
    }

    public string Sign(JsonObject claims) => Tokens.CreateToken(claims.ToJsonString(), credentials);

    public void Dispose() => rsa.Dispose();

    private static string Publish(RSA key, string keyId)
    {
        var half = key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["alg"] = SecurityAlgorithms.RsaSha256,
                ["use"] = "sig",
                ["kid"] = keyId,
                ["e"] = Base64UrlEncoder.Encode(half.Exponent),
                ["n"] = Base64UrlEncoder.Encode(half.Modulus),
            }),
        }.ToJsonString();
    }
}
