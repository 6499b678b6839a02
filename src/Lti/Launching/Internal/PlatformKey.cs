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
            // RFC 7517, 5.1: required, though it may be empty.
            if (!json.Contains("\"keys\"", StringComparison.Ordinal))
                return null;
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
            var (modulus, exponent) = (Base64UrlEncoder.DecodeBytes(jwk.N), Base64UrlEncoder.DecodeBytes(jwk.E));
            if (modulus.Length == 0 || exponent.Length == 0)
                return null;
            var key = new RsaSecurityKey(new RSAParameters { Modulus = modulus, Exponent = exponent });
            // RFC 7518, 3.3: 2048 bits or more; and no more than a check can take, since strangers may ask for one.
            if (key.KeySize is < 2_048 or > 8_192)
                return null;
            // What can be a key by its length may be none by its numbers: that shows when it is first used.
            var usable = new PlatformKey(key);
            usable.Verify([0], new byte[key.KeySize / 8]);
            return usable;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or CryptographicException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }
}
