using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Reminders;

/// <summary>Somebody in a course that goes on, as far as reminders want to know.</summary>
public sealed record RemindedMember
{
    public required MemberId Id { get; init; }

    public required Guid PlatformId { get; init; }

    public required string PlatformName { get; init; }

    public required string Subject { get; init; }

    public required string? Email { get; init; }

    public required MemberRole Role { get; init; }

    public required bool IsNamedLeader { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    public required CourseId CourseId { get; init; }

    public required string CourseName { get; init; }

    /// <summary>The course's, in which its dates are written.</summary>
    public required string CourseZone { get; init; }

    public required ProgrammeId ProgrammeId { get; init; }

    public required string ProgrammeZone { get; init; }

    public bool HandsIn => Role is MemberRole.Mentor || IsNamedLeader;

    public bool Supervises => Role is MemberRole.Instructor or MemberRole.MentorLeader;
}
