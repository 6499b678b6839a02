using MentorCourseLti.Internship.Terms;

namespace MentorCourseLti.Internship.Reminders;

/// <summary>
/// When something that is still open is told, and told again. It goes by what was told before and not by the day of the week alone, so that nothing is
/// lost where the program stood still for a day.
/// </summary>
public static class ReminderRules
{
    /// <summary>Work is due soon for as long before its date: two mornings.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromHours(48);

    /// <summary>Whoever logs on the way home is not asked to.</summary>
    public static readonly TimeSpan TimeToLog = TimeSpan.FromHours(4);

    /// <summary>What is older is of no help any more.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    private const int DaysBetween = 3;

    /// <param name="since">When work is due, when a session ended, a grade was released, an entry came back; for a digest, when the member joined.</param>
    /// <param name="told">When it was told last; none where it never was.</param>
    /// <param name="today">In the person's zone.</param>
    public static bool IsDue(ReminderKind kind, DateTimeOffset since, Told? told, DateOnly today, DateTimeOffset now) => kind switch
    {
        ReminderKind.DueSoon => since > now && since <= now + Soon && !(told?.Day >= today),
        ReminderKind.LogMissing => since <= now - TimeToLog && since > now - Fresh && IsTimeAgain(told, today),
        ReminderKind.FeedbackReady => since <= now && since > now - Fresh && !(told?.At >= since),
        ReminderKind.EntryReturned => since <= now && since > now - Fresh && (told?.At < since || IsTimeAgain(told, today)),
        ReminderKind.WeeklyDigest => told is null ? since < now.AddDays(TermCalendar.MondayBefore(today).DayNumber - today.DayNumber) : told.Day < TermCalendar.MondayBefore(today),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody is reminded of that."),
    };

    private static bool IsTimeAgain(Told? told, DateOnly today) => told is null || today.DayNumber - told.Day.DayNumber >= DaysBetween;
}

/// <summary>When a line stood in a message.</summary>
/// <param name="Day">In the zone of that message.</param>
public sealed record Told(DateOnly Day, DateTimeOffset At);
