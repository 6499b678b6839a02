namespace MentorCourseLti.Data;

/// <summary>Lets one LMS register itself, once and for a day.</summary>
public sealed class InvitationRow
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the code in the address; the code itself is nowhere.</summary>
    public required byte[] CodeDigest { get; init; }

    /// <summary>What the platform is to be called; none for its own name.</summary>
    public string? Name { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
