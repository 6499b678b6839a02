namespace MentorCourseLti.Internship.Programmes;

/// <summary>A person in a course.</summary>
public sealed class Member
{
    public required MemberId Id { get; init; }

    public required CourseId CourseId { get; init; }

    /// <summary>The LMS's own id of the person (<c>sub</c>), as grades are addressed to it.</summary>
    public required string Subject { get; init; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public required MemberRole Role { get; set; }

    /// <summary>False once the person has left; work and grades stay.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Canvas's Student View: may try everything, counts nowhere.</summary>
    public bool IsTestUser { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    public bool MayAssess => IsActive && Role is MemberRole.Instructor;

    public bool MayHandIn => IsActive && Role is MemberRole.Mentor or MemberRole.MentorLeader;
}
