using Lti.Keys;
using Lti.Platforms;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Lti.Services.Internal;

/// <summary>How we prove to a token end point who we are: private_key_jwt (security framework 1.0, 4.1.1; RFC 7523, 3).</summary>
internal sealed class ClientAssertion(ToolKeys keys, TimeProvider time)
{
    // Moodle knows no clock leeway and refuses an iat of the future.
    private static readonly TimeSpan BackDated = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private static readonly JsonWebTokenHandler Writer = new() { SetDefaultTimesOnTokenCreation = false };

    public async ValueTask<string> MakeAsync(Platform platform, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var key = await keys.SigningKeyAsync(cancel);
        return Writer.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = platform.ClientId,
            Audience = platform.TokenEndpoint.AbsoluteUri,
            IssuedAt = (now - BackDated).UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = platform.ClientId,
                ["jti"] = Guid.CreateVersion7(now).ToString(),
            },
            SigningCredentials = key,
        });
    }
}
