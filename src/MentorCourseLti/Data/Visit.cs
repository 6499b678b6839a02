using System.Buffers.Text;
using MentorCourseLti.Internship;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Data;

public readonly record struct VisitId(Guid Value) : IId<VisitId>
{
    public static VisitId From(Guid value) => new(value);

    /// <summary>The visit that a launch opens has the launch's nonce as its id. (Decision 1.)</summary>
    public static VisitId OfNonce(string nonce) => new(new Guid(Base64Url.DecodeFromChars(nonce), bigEndian: true));

    public static VisitId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString("N");
}

/// <summary>
/// What one launch opened: the web session under <c>/s/{visit}</c>. (A Session is a mentoring meeting here.)
/// Inserting it spends the launch's nonce, which is its id: either both stand or neither.
/// </summary>
public sealed class Visit
{
    public required VisitId Id { get; init; }

    /// <summary>Of the key that the visit's cookie holds.</summary>
    public required byte[] KeyDigest { get; set; }

    public required Guid PlatformId { get; init; }

    /// <summary>The person as the LMS names them; with the platform enough to find the own courses.</summary>
    public required string Subject { get; init; }

    /// <summary>None where the launch came without a course.</summary>
    public MemberId? MemberId { get; init; }

    /// <summary>Origins that may frame the pages of this visit, from the verified launch, space-separated.</summary>
    public string FrameAncestors { get; init; } = "";

    /// <summary>Where the LMS wants people to go when they leave.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>For visits that a deep linking request opened: where the choice goes, as JSON.</summary>
    public string? Placement { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Set when the one-time code that opens the visit in a new tab was used.</summary>
    public DateTimeOffset? CodeUsedAt { get; set; }
}
