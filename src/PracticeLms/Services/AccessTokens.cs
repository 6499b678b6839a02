using System.Collections.Concurrent;
using System.Security.Cryptography;
using PracticeLms.Troubles;

namespace PracticeLms.Services;

/// <summary>The tokens that are good now. A restart forgets them all, and tools that meet a 401 ask for new ones.</summary>
internal sealed class AccessTokens
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, AccessToken> tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AccessToken>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly Mischief mischief;
    private readonly TimeProvider time;

    public AccessTokens(Mischief mischief, TimeProvider time)
    {
        bySpan = tokens.GetAlternateLookup<ReadOnlySpan<char>>();
        this.mischief = mischief;
        this.time = time;
    }

    public string Issue(string clientId, IReadOnlySet<string> scopes)
    {
        var now = time.GetUtcNow();
        foreach (var (old, _) in tokens.Where(token => token.Value.Expires <= now)) tokens.TryRemove(old, out _);

        var token = RandomNumberGenerator.GetHexString(48, lowercase: true);
        tokens[token] = new(clientId, scopes, now, now + Lifetime);
        return token;
    }

    /// <summary>The token that an Authorization header carries, when it is good.</summary>
    public AccessToken? Find(string? authorization)
    {
        if (Text(authorization) is not { IsEmpty: false } text || !bySpan.TryGetValue(text, out var token)) return null;

        return token.Expires > time.GetUtcNow() && !(token.IssuedAt <= mischief.RevokedBefore) ? token : null;
    }

    public void Revoke(string? authorization) => bySpan.TryRemove(Text(authorization), out _);

    private static ReadOnlySpan<char> Text(string? authorization) =>
        authorization?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true ? authorization.AsSpan(7).Trim() : default;
}
