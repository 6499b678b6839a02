namespace MentorCourseLti.Internship.Reminders;

/// <summary>What people are reminded of, each of which they can switch off.</summary>
public enum ReminderKind
{
    /// <summary>Work that is due within days and not handed in.</summary>
    DueSoon = 1,

    /// <summary>A session that is over and that its mentor has not logged.</summary>
    LogMissing = 2,

    /// <summary>A released grade that its author has not looked at.</summary>
    FeedbackReady = 3,

    /// <summary>A log entry that came back with a note.</summary>
    EntryReturned = 4,

    /// <summary>For whoever looks after others: what came in, and what waits.</summary>
    WeeklyDigest = 5,
}

public static class ReminderKinds
{
    private static readonly IReadOnlyList<ReminderKind> OfWork = [ReminderKind.DueSoon, ReminderKind.LogMissing, ReminderKind.FeedbackReady, ReminderKind.EntryReturned];

    /// <summary>Those that somebody can have in a course.</summary>
    public static IReadOnlyList<ReminderKind> Of(bool handsIn, bool supervises) => [.. handsIn ? OfWork : [], .. supervises ? [ReminderKind.WeeklyDigest] : Array.Empty<ReminderKind>()];
}
