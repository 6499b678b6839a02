using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Lti.Tests.Drivers;

/// <summary>RSA keys are slow to make: a few serve all tests.</summary>
internal static class TestKeys
{
    public static RsaSecurityKey First { get; } = Make("platform-key-1");

    public static RsaSecurityKey Second { get; } = Make("platform-key-2");

    public static RsaSecurityKey Stranger { get; } = Make("stranger-key");

    public static object Jwk(RsaSecurityKey key)
    {
        var half = key.Rsa.ExportParameters(false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = key.KeyId, n = Base64UrlEncoder.Encode(half.Modulus), e = Base64UrlEncoder.Encode(half.Exponent) };
    }

    private static RsaSecurityKey Make(string kid) => new(RSA.Create(2_048)) { KeyId = kid };
}
