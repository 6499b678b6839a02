using MentorCourseLti.Data;
using MentorCourseLti.Internship.Reminders;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Reminders;

/// <summary>The messages that wait to be e-mailed, a few at a time, each with what of it is still open: read for all of them at once.</summary>
internal sealed class MailBatches(CourseDb db, RemindedPeople people, OpenThings things)
{
    /// <summary>So few that what is read is still true when the last of them goes out.</summary>
    private const int Size = 20;

    public async Task<IReadOnlyList<Letter>> NextAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var waiting = await db.ReminderMessages.AsNoTracking().Where(message => message.Mail == MailState.Waiting && message.MailNextAt <= now)
            .OrderBy(message => message.MailNextAt).Take(Size).ToListAsync(cancel);
        var letters = new List<Letter>();
        foreach (var ofPlatform in waiting.GroupBy(message => message.PlatformId))
            letters.AddRange(await ReadAsync(ofPlatform.Key, [.. ofPlatform], now, cancel));
        return letters;
    }

    private async Task<IEnumerable<Letter>> ReadAsync(Guid platform, IReadOnlyList<ReminderMessage> messages, DateTimeOffset now, CancellationToken cancel)
    {
        var subjects = messages.Select(message => message.Subject).Distinct(StringComparer.Ordinal).ToList();
        var found = (await people.OfAsync(platform, subjects, cancel)).ToDictionary(person => person.Subject, StringComparer.Ordinal);
        var choices = await db.ReminderChoices.AsNoTracking().Where(choice => choice.PlatformId == platform && subjects.Contains(choice.Subject))
            .ToDictionaryAsync(choice => choice.Subject, StringComparer.Ordinal, cancel);
        var open = await things.OfAsync([.. messages.SelectMany(message => message.Lines)], found.Values.SelectMany(person => person.Members), now, cancel);
        return messages.Select(message =>
        {
            var (person, choice) = (found.GetValueOrDefault(message.Subject), choices.GetValueOrDefault(message.Subject));
            return new Letter(
                message, person, person?.MayMail(choice) is true ? person.Mailbox : null,
                [.. message.Lines.Where(line => choice?.Wants(line.Kind) ?? true).Select(line => open.GetValueOrDefault(line)).OfType<OpenThing>()]);
        });
    }
}
