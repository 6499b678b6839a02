namespace Lti.Keys;

/// <summary>One RSA key pair of the tool, as it is stored.</summary>
public sealed record ToolKey
{
    /// <summary>The <c>kid</c>: the key's RFC 7638 thumbprint, base64url.</summary>
    public required string KeyId { get; init; }

    /// <summary>The private key (PKCS #8), protected by ASP.NET Core's data protection. Text; useless without its key ring.</summary>
    public required string ProtectedPrivateKey { get; init; }

    /// <summary>The public key as a JSON Web Key (RFC 7517, 4), the very text that is published.</summary>
    public required string PublicJwk { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops signing, possibly in the future; null while no rotation has named a day.</summary>
    public DateTimeOffset? RetiredAt { get; init; }
}
