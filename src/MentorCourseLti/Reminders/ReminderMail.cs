using System.Text;
using System.Text.Encodings.Web;
using MentorCourseLti.Hosting;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Utils;

namespace MentorCourseLti.Reminders;

/// <summary>
/// Writes a message as an e-mail, as plain text and as simple HTML. A link in it opens nothing by itself: people come from their course, and the page says so.
/// The id is the message's own: whoever gets it twice can tell.
/// </summary>
public sealed class ReminderMail(ReminderWords words, Unsubscription unsubscription, IOptions<MentorCourseOptions> options)
{
    internal MimeMessage Write(Letter letter, DateTimeOffset now)
    {
        var (publicUrl, person) = (options.Value.PublicUri, letter.Person!);
        var mail = new MimeMessage
        {
            MessageId = $"{letter.Message.Id.Value:N}.reminder@{publicUrl.Host}",
            Date = now,
            Subject = words.Subject(letter),
        };
        mail.From.Add(MailboxAddress.Parse(options.Value.Mail.From!));
        mail.To.Add(letter.Mailbox!);
        var unsubscribe = unsubscription.AddressOf(publicUrl, person.PlatformId, person.Subject);
        mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe}>");
        // RFC 8058, 3.1: the mail program may post to it with one click.
        mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        // RFC 3834, 5: nobody's "I am on holiday" is wanted.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        var lines = letter.Things.Select(thing => new Line(thing.Member.CourseName, words.Sentence(thing, now), publicUrl.At(thing.Path))).ToList();
        mail.Body = new MultipartAlternative
        {
            new TextPart("plain") { Text = Plain(lines, person.PlatformName, unsubscribe) },
            new TextPart("html") { Text = Html(mail.Subject, lines, person.PlatformName, unsubscribe) },
        };
        return mail;
    }

    private string Plain(IReadOnlyList<Line> lines, string platform, Uri unsubscribe)
    {
        var text = new StringBuilder();
        foreach (var course in lines.GroupBy(line => line.Course, StringComparer.Ordinal))
        {
            text.Append(course.Key).Append("\n\n");
            foreach (var line in course)
                text.Append("- ").Append(line.Sentence).Append("\n  ").Append(line.Link).Append("\n\n");
        }

        return text.Append(words.Of("Mail.Open", platform)).Append("\n\n-- \n").Append(words.Of("Mail.Why", platform)).Append('\n').Append(words.Of("Mail.Unsubscribe")).Append(' ').Append(unsubscribe).Append('\n').ToString();
    }

    private string Html(string subject, IReadOnlyList<Line> lines, string platform, Uri unsubscribe)
    {
        var text = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>").Append(Encode(subject)).Append("</title></head><body>");
        foreach (var course in lines.GroupBy(line => line.Course, StringComparer.Ordinal))
        {
            text.Append("<h2>").Append(Encode(course.Key)).Append("</h2><ul>");
            foreach (var line in course)
                text.Append("<li><a href=\"").Append(Encode(line.Link.ToString())).Append("\">").Append(Encode(line.Sentence)).Append("</a></li>");
            text.Append("</ul>");
        }

        return text.Append("<p>").Append(Encode(words.Of("Mail.Open", platform))).Append("</p><hr><p><small>").Append(Encode(words.Of("Mail.Why", platform)))
            .Append(" <a href=\"").Append(Encode(unsubscribe.ToString())).Append("\">").Append(Encode(words.Of("Mail.Unsubscribe.Link"))).Append("</a></small></p></body></html>").ToString();
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private sealed record Line(string Course, string Sentence, Uri Link);
}
