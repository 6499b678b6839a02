using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace Lti.Keys.Internal;

/// <summary>Makes key pairs and opens stored ones.</summary>
internal sealed class KeyMaking(IDataProtectionProvider protection, TimeProvider time)
{
    // RFC 7518, 3.3 asks for 2048 bits or more; every LMS takes 2048.
    private const int Bits = 2_048;

    private readonly IDataProtector _protector = protection.CreateProtector("Lti.Keys.ToolKey.v1");

    public ToolKey Make()
    {
        using var rsa = RSA.Create(Bits);
        var publicHalf = rsa.ExportParameters(includePrivateParameters: false);
        // RFC 7638: the thumbprint names a key without anybody counting.
        var keyId = Base64Url.EncodeToString(new RsaSecurityKey(publicHalf).ComputeJwkThumbprint());
        return new ToolKey
        {
            KeyId = keyId,
            ProtectedPrivateKey = Base64Url.EncodeToString(_protector.Protect(rsa.ExportPkcs8PrivateKey())),
            PublicJwk = WriteJwk(keyId, publicHalf),
            CreatedAt = time.GetUtcNow(),
        };
    }

    /// <summary>Opens a stored key.</summary>
    /// <exception cref="CryptographicException">The key ring is another one than when the key was made.</exception>
    public SigningCredentials Open(ToolKey key)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(_protector.Unprotect(Base64Url.DecodeFromChars(key.ProtectedPrivateKey)), out _);
        return new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = key.KeyId }, SecurityAlgorithms.RsaSha256);
    }

    /// <summary>RFC 7517, 4 and RFC 7518, 6.3.1.</summary>
    private static string WriteJwk(string keyId, RSAParameters key)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("kty", "RSA");
            json.WriteString("use", "sig");
            json.WriteString("alg", SecurityAlgorithms.RsaSha256);
            json.WriteString("kid", keyId);
            json.WriteString("n", Base64Url.EncodeToString(key.Modulus));
            json.WriteString("e", Base64Url.EncodeToString(key.Exponent));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
