using MimeKit;

namespace MentorCourseLti.Hosting;

/// <summary>Reads an e-mail address.</summary>
internal static class MailAddress
{
    /// <summary>None where the text is none: MimeKit takes a name without a host for one.</summary>
    public static MailboxAddress? Find(string? text) =>
        MailboxAddress.TryParse(text ?? "", out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal) ? mailbox : null;
}
