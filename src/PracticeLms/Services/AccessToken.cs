namespace PracticeLms.Services;

/// <summary>What a tool may do, and until when.</summary>
internal sealed record AccessToken(string ClientId, IReadOnlySet<string> Scopes, DateTimeOffset IssuedAt, DateTimeOffset Expires);
