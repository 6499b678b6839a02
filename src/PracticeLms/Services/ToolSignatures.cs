using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PracticeLms.Hosting;

namespace PracticeLms.Services;

/// <summary>Whether the tool signed what says it comes from the tool.</summary>
internal sealed class ToolSignatures(Addresses addresses, ToolKeys keys)
{
    private static readonly JsonWebTokenHandler Tokens = new();

    public static JsonWebToken? Read(string text)
    {
        try
        {
            return Tokens.CanReadToken(text) ? Tokens.ReadJsonWebToken(text) : null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    /// <summary>None where the signature is the tool's.</summary>
    public async Task<string?> FaultOfAsync(JsonWebToken jwt, CancellationToken cancel)
    {
        if (jwt.Alg != SecurityAlgorithms.RsaSha256) return "It must be signed with RS256.";
        if (string.IsNullOrEmpty(jwt.Kid)) return "It names no key (kid).";
        try
        {
            if (await IsSignedAsync(jwt, anew: false, cancel) || await IsSignedAsync(jwt, anew: true, cancel)) return null;

            return "The tool's key set has no key of this kid that fits the signature.";
        }
        catch (HttpRequestException unreachable)
        {
            return $"The tool's keys at {addresses.ToolKeys} cannot be had: {unreachable.Message}";
        }
    }

    // A tool may have begun anew, with another key under the same name: hence the second look.
    private async Task<bool> IsSignedAsync(JsonWebToken jwt, bool anew, CancellationToken cancel)
    {
        if (await keys.FindAsync(jwt.Kid, anew, cancel) is not { } key) return false;

        var signed = await Tokens.ValidateTokenAsync(jwt, new()
        {
            IssuerSigningKey = key,
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return signed.IsValid;
    }
}
