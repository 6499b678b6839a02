using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Hosting.Visits;

/// <summary>Who asks, in which course, as the database says at this moment.</summary>
public sealed record CurrentMember
{
    public required VisitId VisitId { get; init; }

    public required MemberId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required ProgrammeId ProgrammeId { get; init; }

    /// <summary>Nobody has said yet whether the course is of another one's mentoring year.</summary>
    public required bool IsProgrammeOpen { get; init; }

    public required Guid PlatformId { get; init; }

    public required string PlatformName { get; init; }

    public required string Subject { get; init; }

    public required string? Name { get; init; }

    /// <summary>
    /// The person, whichever course: what their browser keeps of unsaved texts goes by it, and what it keeps of
    /// others' is purged. A digest, since a page need not show the LMS's own id.
    /// </summary>
    public string PersonKey => ShortDigest.Of($"{PlatformId:N}:{Subject}");

    public required MemberRole Role { get; init; }

    public required string CourseName { get; init; }

    public required string TimeZone { get; init; }

    /// <summary>When the course's run was put away; none while it goes on.</summary>
    public required DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>A learner whom the instructor named a mentor leader.</summary>
    public required bool IsNamedLeader { get; init; }

    /// <summary>The section that this member's lists are narrowed to.</summary>
    public required string? Section { get; init; }

    /// <summary>What stands in the sections of those whom the lists show; none for everybody.</summary>
    public string? SectionLine => Section is { } name ? SectionNames.LineOf(name) : null;

    /// <summary>Lists show the mentors of this leader; none where they show everybody's.</summary>
    public MemberId? OnlyLedBy => MayAssess ? null : Id;

    /// <summary>Lists show the groups of this person, and of the mentors whom they lead; none where they show everybody's.</summary>
    public string? OnlyGroupsOf => MayAssess ? null : Subject;

    public MemberId? LeadsAs => IsLeader ? Id : null;

    public bool MayAssess => Role is MemberRole.Instructor;

    public bool IsLeader => Role is MemberRole.MentorLeader;

    /// <summary>Looks after others: an instructor after everybody, a leader after the own mentors.</summary>
    public bool Supervises => MayAssess || IsLeader;

    /// <summary>Has own work in the course: writes it, or reads what was written in a run that is put away.</summary>
    public bool MayHandIn => Role is MemberRole.Mentor || IsNamedLeader;

    public bool MayWrite => MayHandIn && ArchivedAt is null;

    /// <summary>A leader reads; grading is the leader's only where the instructor said so.</summary>
    public bool Grades(Activity activity) => MayAssess || (IsLeader && activity.LeadersGrade);

    /// <summary>Whether what this mentor handed in, and logged, is this member's to see.</summary>
    public bool LooksAfter(Member mentor) => MayAssess || (IsLeader && mentor.LeaderId == Id);
}
