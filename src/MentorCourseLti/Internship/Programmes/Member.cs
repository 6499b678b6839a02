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

    /// <summary>A learner whom the instructor named a mentor leader: supervises mentors and hands in own work.</summary>
    public bool IsNamedLeader { get; private set; }

    /// <summary>The mentor leader whom the instructor gave this mentor to.</summary>
    public MemberId? LeaderId { get; set; }

    /// <summary>The sections or groups that the LMS last said, as <see cref="Programmes.SectionNames"/> writes them.</summary>
    public string SectionNames { get; set; } = "";

    /// <summary>The one section that this member's lists are narrowed to; none for all.</summary>
    public string? ShownSection { get; set; }

    /// <summary>False once the person has left; work and grades stay.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>The LMS's roster has them. An administrator of the LMS may launch from a course and be in no roster.</summary>
    public bool IsEnrolled { get; set; }

    /// <summary>Canvas's Student View: may try everything, counts nowhere.</summary>
    public bool IsTestUser { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>What the LMS says the person is.</summary>
    public void TakeRole(MemberRole fromLms) => (Role, IsNamedLeader) = StandingOf(fromLms, IsNamedLeader);

    /// <summary>Only a mentor can be named; whoever supervises already does.</summary>
    public void NameLeader()
    {
        if (Role is not MemberRole.Mentor)
            return;
        (Role, IsNamedLeader, LeaderId) = (MemberRole.MentorLeader, true, null);
    }

    public void UnnameLeader()
    {
        if (IsNamedLeader)
            (Role, IsNamedLeader) = (MemberRole.Mentor, false);
    }

    /// <summary>A named leader stays one for as long as the LMS calls them a learner.</summary>
    public static (MemberRole Role, bool IsNamedLeader) StandingOf(MemberRole fromLms, bool wasNamedLeader) =>
        wasNamedLeader && fromLms is MemberRole.Mentor ? (MemberRole.MentorLeader, true) : (fromLms, false);
}
