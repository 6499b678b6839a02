using MentorCourseLti.Internship.Reminders;

namespace MentorCourseLti.Reminders;

/// <summary>
/// What one person is told on one day, of all their courses: there is no second one. The row is also what is known of its way by e-mail.
/// </summary>
public sealed class ReminderMessage
{
    /// <summary>Shown for as long, and what it told is not told again.</summary>
    public static readonly TimeSpan Shown = TimeSpan.FromDays(30);

    /// <summary>Then it is forgotten.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    public const int LongestAnswer = 300;

    public required ReminderMessageId Id { get; init; }

    public required Guid PlatformId { get; init; }

    /// <summary>The person, whichever course: the LMS's own id.</summary>
    public required string Subject { get; init; }

    /// <summary>In <see cref="TimeZone"/>.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The person's, by which the day and the quiet hours are meant.</summary>
    public required string TimeZone { get; init; }

    public required IReadOnlyList<ReminderLine> Lines { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    public MailState Mail { get; private set; }

    public int MailTries { get; private set; }

    /// <summary>Not before this time. Only for one that waits.</summary>
    public DateTimeOffset MailNextAt { get; private set; }

    /// <summary>The day on which it was handed to the mail server. A person has one of that day, which an index makes sure of.</summary>
    public DateOnly? MailedOn { get; private set; }

    /// <summary>When it was taken in hand, and then what became of it.</summary>
    public DateTimeOffset? MailAt { get; private set; }

    /// <summary>What the mail server said.</summary>
    public string MailAnswer { get; private set; } = "";

    public void MailBy(DateTimeOffset now) => (Mail, MailNextAt) = (MailState.Waiting, now);

    /// <summary>Written down before anything is said to the mail server.</summary>
    public void TakeInHand(DateOnly today, DateTimeOffset now) => (Mail, MailedOn, MailAt, MailTries) = (MailState.InHand, today, now, MailTries + 1);

    public void Settle(MailOutcome outcome, DateTimeOffset now)
    {
        MailAt = now;
        (Mail, MailAnswer) = outcome switch
        {
            MailOutcome.Sent => (MailState.Sent, ""),
            MailOutcome.TryLater later => (MailState.Waiting, later.Answer),
            MailOutcome.Refused refused => (MailState.GivenUp, refused.Answer),
            _ => (MailState.InDoubt, ""),
        };
        if (Mail is MailState.Waiting)
            MailNextAt = now + MailPauses.After(MailTries);
    }

    /// <summary>Lets a later message of the person take its place: of those two only one goes out.</summary>
    public void GiveWay() => (Mail, MailedOn) = (MailState.Replaced, null);

    public void PutOff(DateTimeOffset until) => MailNextAt = until;

    public void EndUnsent(MailState state, DateTimeOffset now) => (Mail, MailAt) = (state, now);
}
