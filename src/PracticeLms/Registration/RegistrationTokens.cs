using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace PracticeLms.Registration;

/// <summary>One-time tokens with which a tool registers itself, within the hour.</summary>
internal sealed class RegistrationTokens(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> issued = new(StringComparer.Ordinal);

    public string Issue()
    {
        var token = RandomNumberGenerator.GetHexString(40, lowercase: true);
        issued[token] = time.GetUtcNow() + Lifetime;
        return token;
    }

    public bool Spend(string authorization) =>
        authorization.StartsWith("Bearer ", StringComparison.Ordinal) && issued.TryRemove(authorization["Bearer ".Length..], out var until) && until > time.GetUtcNow();
}
