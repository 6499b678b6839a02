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

    public required MemberRole Role { get; init; }

    public required string CourseName { get; init; }

    public required string TimeZone { get; init; }

    public bool MayAssess => Role is MemberRole.Instructor;

    public bool MayHandIn => Role is MemberRole.Mentor or MemberRole.MentorLeader;
}
