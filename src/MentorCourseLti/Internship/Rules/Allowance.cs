using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Rules;

/// <summary>What is different for one mentor in one activity: a date of their own, or that it is not asked of them.</summary>
public sealed class Allowance
{
    public const int LongestNote = 500;

    public required AllowanceId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required ActivityId ActivityId { get; init; }

    public required MemberId MemberId { get; init; }

    /// <summary>The mentor's own date; none for everybody's.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>The work is not asked of the mentor: it counts nowhere, and nobody is reminded of it.</summary>
    public bool IsExcused { get; private set; }

    /// <summary>Why, for those who teach.</summary>
    public string Note { get; private set; } = "";

    public MemberId GivenBy { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>Raised by every change, so that two who give one notice one another.</summary>
    public int Version { get; private set; }

    public void Give(DateTimeOffset? dueAt, bool isExcused, string note, MemberId by, DateTimeOffset now)
    {
        (DueAt, IsExcused, Note, GivenBy, GivenAt) = (dueAt, isExcused, note, by, now);
        Version++;
    }
}
