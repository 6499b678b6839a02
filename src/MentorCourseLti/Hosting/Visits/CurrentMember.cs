using System.Security.Cryptography;
using System.Text;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Hosting.Visits;

/// <summary>Who asks, in which course, as the database says at this moment.</summary>
public sealed record CurrentMember
{
    public required VisitId VisitId { get; init; }

    public required MemberId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required Guid PlatformId { get; init; }

    public required string PlatformName { get; init; }

    public required string Subject { get; init; }

    public required string? Name { get; init; }

    /// <summary>
    /// The person, whichever course: what their browser keeps of unsaved texts goes by it, and what it keeps of
    /// others' is purged. A digest, since a page need not show the LMS's own id.
    /// </summary>
    public string PersonKey => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{PlatformId:N}:{Subject}")).AsSpan(0, 8));

    public required MemberRole Role { get; init; }

    public required string CourseName { get; init; }

    public required string TimeZone { get; init; }

    public bool MayAssess => Role is MemberRole.Instructor;

    public bool MayHandIn => Role is MemberRole.Mentor or MemberRole.MentorLeader;
}
