namespace Lti.Services;

/// <summary>An access token (RFC 6749, 5.1). Does not show itself in logs.</summary>
public sealed class ServiceToken
{
    internal ServiceToken(string value, IReadOnlySet<string> scopes, DateTimeOffset renewAt)
    {
        Value = value;
        Scopes = scopes;
        RenewAt = renewAt;
    }

    /// <summary>The bearer token. A secret.</summary>
    public string Value { get; }

    /// <summary>What the platform granted, which may be less than what was asked for.</summary>
    public IReadOnlySet<string> Scopes { get; }

    /// <summary>From when on another one is fetched: shortly before this one expires.</summary>
    public DateTimeOffset RenewAt { get; }
}
