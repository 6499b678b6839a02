namespace MentorCourseLti.Data;

/// <summary>One of our signing keys; the private part is protected before it comes here.</summary>
public sealed class ToolKeyRow
{
    public required string KeyId { get; init; }

    public required string ProtectedPrivateKey { get; init; }

    public required string PublicJwk { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RetiredAt { get; set; }
}
