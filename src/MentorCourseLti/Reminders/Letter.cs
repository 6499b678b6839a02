using MentorCourseLti.Internship;
using MimeKit;

namespace MentorCourseLti.Reminders;

/// <summary>A message on its way to a person, with what of it is still open.</summary>
/// <param name="Person">None where they are in no course any more.</param>
/// <param name="Mailbox">None where they want no e-mail, or have no address.</param>
public sealed record Letter(ReminderMessage Message, RemindedPerson? Person, MailboxAddress? Mailbox, IReadOnlyList<OpenThing> Things)
{
    public TimeZoneInfo Zone => WallClock.ZoneOf(Message.TimeZone);
}
