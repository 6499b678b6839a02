using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Audit;

/// <summary>That somebody did something. It is written with what was done, and never changes.</summary>
public sealed class AuditEntry
{
    /// <summary>Counted by the database: the order in which things were done.</summary>
    public long Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required MemberId ActorId { get; init; }

    /// <summary>As it was then.</summary>
    public string? ActorName { get; init; }

    public required MemberRole ActorRole { get; init; }

    public required AuditAct Act { get; init; }

    /// <summary>Whose work, or who, it was about.</summary>
    public MemberId? MentorId { get; init; }

    public ActivityId? ActivityId { get; init; }

    /// <summary>What a thing was called that is neither: a rubric, a mentoring year.</summary>
    public string? Thing { get; init; }

    public IReadOnlyList<AuditChange> Changes { get; init; } = [];
}
