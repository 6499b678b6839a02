using MentorCourseLti.Internship.Reminders;
using MentorCourseLti.Hosting;
using MimeKit;

namespace MentorCourseLti.Reminders;

/// <summary>One person with all the courses of an LMS that they are in, the one they joined last at the end: by its zone their day is meant.</summary>
public sealed record RemindedPerson(IReadOnlyList<RemindedMember> Members)
{
    public string Subject => Members[^1].Subject;

    public Guid PlatformId => Members[^1].PlatformId;

    public string PlatformName => Members[^1].PlatformName;

    public string ZoneName => Members[^1].ProgrammeZone;

    /// <summary>Where the LMS says that e-mail reaches the person.</summary>
    public string? Email => Members.Select(member => member.Email).LastOrDefault(address => address is not null);

    /// <summary>Where e-mail may go; none where there is no address, or none that is one.</summary>
    public MailboxAddress? Mailbox => MailAddress.Find(Email);

    public bool MayMail(ReminderChoice? choice) => Mailbox is { } mailbox && (choice?.MayMail(mailbox.Address) ?? true);

    public IReadOnlyList<ReminderKind> Kinds => ReminderKinds.Of(Members.Any(member => member.HandsIn), Members.Any(member => member.Supervises));
}
