using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Lti.Launching.Internal;

/// <summary>
/// Signs texts that come back through a browser. The key is random, lives for an hour and travels along, itself sealed by data protection,
/// which every node shares: so data protection, ten times as costly as the signature, works once an hour and not twice a login.
/// </summary>
internal sealed class StateSeal(IDataProtectionProvider protection, TimeProvider time)
{
    private const int KeyLength = 32;
    private const int MostKeysKept = 1_000;

    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(1);

    private readonly IDataProtector _protector = protection.CreateProtector("Lti.Launching.StateSeal.v1");
    private readonly ConcurrentDictionary<string, byte[]> _opened = new(StringComparer.Ordinal);
    private Signer? _signer;

    /// <summary>The content, readable to anybody, with its signature: letters, digits, <c>-</c>, <c>_</c> and two dots.</summary>
    public string Sign(ReadOnlySpan<byte> content)
    {
        var signer = _signer;
        if (signer is null || time.GetUtcNow() > signer.Until)
            _signer = signer = MakeSigner();
        var signed = $"{signer.SealedKey}.{Base64Url.EncodeToString(content)}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(signer.Key, Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>The content; null where it was not signed by us.</summary>
    public byte[]? Open(string text)
    {
        if (text.Split('.') is not [var sealedKey, var content, var signature]
            || !Base64Url.IsValid(sealedKey) || !Base64Url.IsValid(content) || !Base64Url.IsValid(signature)
            || OpenKey(sealedKey) is not { } key)
            return null;

        var expected = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text[..^(signature.Length + 1)]));
        return CryptographicOperations.FixedTimeEquals(expected, Base64Url.DecodeFromChars(signature)) ? Base64Url.DecodeFromChars(content) : null;
    }

    private Signer MakeSigner()
    {
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        return new Signer(key, Base64Url.EncodeToString(_protector.Protect(key)), time.GetUtcNow() + KeyLifetime);
    }

    private byte[]? OpenKey(string sealedKey)
    {
        if (_opened.TryGetValue(sealedKey, out var known))
            return known;
        byte[] key;
        try
        {
            key = _protector.Unprotect(Base64Url.DecodeFromChars(sealedKey));
        }
        catch (CryptographicException)
        {
            return null;
        }

        // Every node has one an hour; those of last month may go.
        if (_opened.Count >= MostKeysKept)
            _opened.Clear();
        _opened[sealedKey] = key;
        return key;
    }

    private sealed record Signer(byte[] Key, string SealedKey, DateTimeOffset Until);
}
