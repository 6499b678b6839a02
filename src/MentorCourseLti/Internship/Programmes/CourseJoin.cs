namespace MentorCourseLti.Internship.Programmes;

/// <summary>That a course became part of another one's programme: what it takes to undo it.</summary>
public sealed class CourseJoin
{
    public required CourseJoinId Id { get; init; }

    public required CourseId CourseId { get; init; }

    /// <summary>The programme that it was alone in. It is kept, empty.</summary>
    public required ProgrammeId FromId { get; init; }

    public required ProgrammeId ToId { get; init; }

    public required MemberId JoinedBy { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>The groups, mentees, school partners and calendar addresses that moved along.</summary>
    public IReadOnlyList<Guid> Moved { get; init; } = [];

    public DateTimeOffset? UndoneAt { get; set; }
}
