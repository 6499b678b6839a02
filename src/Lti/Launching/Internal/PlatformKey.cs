using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Lti.Launching.Internal;

/// <summary>One public key of a platform, ready to check signatures from any thread.</summary>
internal sealed class PlatformKey
{
    // Providers are kept by whoever keeps the key; the factory's own cache would outlive a key that was withdrawn.
    private static readonly CryptoProviderFactory Uncached = new() { CacheSignatureProviders = false };

    private readonly SignatureProvider _provider;

    private PlatformKey(SecurityKey key) => _provider = Uncached.CreateForVerifying(key, SecurityAlgorithms.RsaSha256);

    public bool Verify(byte[] signed, byte[] signature) =>
        _provider.Verify(signed, 0, signed.Length, signature, 0, signature.Length);

    /// <summary>Reads a key set (RFC 7517, 5). Keys that are of no use to us are left out; null when it is no key set.</summary>
    public static Dictionary<string, PlatformKey>? ReadSet(string json)
    {
        try
        {
            var keys = new Dictionary<string, PlatformKey>(StringComparer.Ordinal);
            foreach (var jwk in new JsonWebKeySet(json).Keys)
            {
                if (jwk.Kid is { Length: > 0 } kid && ReadKey(jwk) is { } key)
                    keys.TryAdd(kid, key);
            }

            return keys;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static PlatformKey? ReadKey(JsonWebKey jwk)
    {
        if (jwk.Kty is not "RSA" || jwk.Use is not (null or "" or "sig") || jwk.Alg is not (null or "" or SecurityAlgorithms.RsaSha256))
            return null;
        try
        {
            var key = new RsaSecurityKey(new RSAParameters
            {
                Modulus = Base64UrlEncoder.DecodeBytes(jwk.N),
                Exponent = Base64UrlEncoder.DecodeBytes(jwk.E),
            });
            // RFC 7518, 3.3: 2048 bits or more.
            return key.KeySize < 2_048 ? null : new PlatformKey(key);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or CryptographicException)
        {
            return null;
        }
    }
}
