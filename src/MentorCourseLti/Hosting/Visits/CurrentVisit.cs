using MentorCourseLti.Data;

namespace MentorCourseLti.Hosting.Visits;

/// <summary>The visit that a request belongs to. It may be a person's without a course.</summary>
public sealed record CurrentVisit
{
    public required VisitId Id { get; init; }

    public required Guid PlatformId { get; init; }

    public required string Subject { get; init; }

    public required string FrameAncestors { get; init; }

    public required string? ReturnUrl { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What a form of this visit must bring along.</summary>
    public required string FormToken { get; init; }

    /// <summary>The cookie that came holds the visit's key.</summary>
    public required bool IsThisBrowsers { get; init; }

    /// <summary>The member has left the course, or was removed from it: out at once.</summary>
    public bool IsMembersButRemoved { get; init; }

    public required CurrentMember? Member { get; init; }
}
