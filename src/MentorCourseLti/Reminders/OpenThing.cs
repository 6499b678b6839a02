using MentorCourseLti.Internship.Reminders;

namespace MentorCourseLti.Reminders;

/// <summary>Something that waits for a person at this moment.</summary>
/// <param name="Since">By which it is told or not: see <see cref="ReminderRules"/>.</param>
/// <param name="At">The time that is read: when work is due, when a session began.</param>
/// <param name="Path">Where it opens, below a visit of its course.</param>
public sealed record OpenThing(ReminderLine Line, RemindedMember Member, string Title, DateTimeOffset Since, DateTimeOffset At, string Path)
{
    /// <summary>The numbers of a digest.</summary>
    public WeekDigest? Digest { get; init; }
}
