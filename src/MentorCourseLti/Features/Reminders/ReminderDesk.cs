using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Reminders;
using MentorCourseLti.Reminders;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Reminders;

/// <summary>A person's messages, and what they choose about them.</summary>
public sealed class ReminderDesk(CourseDb db, RemindedPeople people, OpenThings things, ReminderWords words, TimeProvider clock)
{
    private const int MostTries = 3;

    private static readonly Func<CourseDb, Guid, string, DateTimeOffset, IAsyncEnumerable<IReadOnlyList<ReminderLine>>> ReadUnread = CompiledQuery.Of(
        (CourseDb db, Guid platform, string subject, DateTimeOffset since) =>
            from message in db.ReminderMessages
            where message.PlatformId == platform && message.Subject == subject && message.MadeAt > since && message.ReadAt == null
            select message.Lines);

    /// <summary>None for whoever is in no course that goes on.</summary>
    public async Task<RemindedPerson?> FindPersonAsync(CurrentMember member, CancellationToken cancel) =>
        await people.OfAsync(member.PlatformId, [member.Subject], cancel) is [var person] ? person : null;

    /// <summary>The messages of these weeks, the newest first. Each thing stands in the newest that tells it.</summary>
    public async Task<IReadOnlyList<ShownMessage>> ReadAsync(CurrentMember member, RemindedPerson? person, CancellationToken cancel)
    {
        var messages = await Of(member).AsNoTracking().OrderByDescending(message => message.Day).ToListAsync(cancel);
        var open = await OpenAsync([.. messages.SelectMany(message => message.Lines)], person, cancel);
        var shown = new HashSet<ReminderLine>();
        return messages.ConvertAll(message => new ShownMessage(
            message, [.. message.Lines.Where(shown.Add).Select(line => open.GetValueOrDefault(line)).OfType<OpenThing>()], IsNew: message.ReadAt is null));
    }

    public async Task MarkReadAsync(CurrentMember member, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        using (await db.WriteTurnAsync(cancel))
            await Of(member).Where(message => message.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(message => message.ReadAt, now), cancel);
    }

    /// <summary>For Home. It costs one statement for whoever has looked at all of it, which is most people most of the time.</summary>
    public async Task<ReminderNews?> FindNewsAsync(CurrentMember member, CancellationToken cancel)
    {
        var unread = await ReadUnread(db, member.PlatformId, member.Subject, clock.GetUtcNow() - ReminderMessage.Shown).ToListAsync(cancel);
        if (unread.Count == 0)
            return null;
        var lines = unread.SelectMany(message => message).Distinct().ToList();
        // A digest's numbers are for the page of messages: counting a course takes longer than all of Home.
        var work = lines.FindAll(line => line.Kind is not ReminderKind.WeeklyDigest);
        int digests = lines.Count - work.Count;
        var open = work.Count == 0 ? new Dictionary<ReminderLine, OpenThing>() : await OpenAsync(work, await FindPersonAsync(member, cancel), cancel);
        return (digests, open.Count) switch
        {
            (0, 0) => null,
            (1, 0) => new ReminderNews(1, words.Of("Digest")),
            (0, 1) => new ReminderNews(1, words.Sentence(open.Values.Single(), clock.GetUtcNow())),
            var (several, others) => new ReminderNews(several + others, Sentence: null),
        };
    }

    public Task<ReminderChoice?> FindChoiceAsync(CurrentMember member, CancellationToken cancel) => FindChoiceAsync(member.PlatformId, member.Subject, cancel);

    public Task ChooseAsync(CurrentMember member, Action<ReminderChoice> choose, CancellationToken cancel) => ChooseAsync(member.PlatformId, member.Subject, choose, cancel);

    /// <summary>From an e-mail: its reader wants no more of them. Some program may ask for it twice.</summary>
    public Task UnsubscribeAsync(Guid platform, string subject, CancellationToken cancel) => ChooseAsync(platform, subject, choice => choice.WantsMail = false, cancel);

    private async Task ChooseAsync(Guid platform, string subject, Action<ReminderChoice> choose, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            if (await FindChoiceAsync(platform, subject, cancel) is not { } choice)
                db.Add(choice = new ReminderChoice { PlatformId = platform, Subject = subject });
            choose(choice);
            // A first choice may be made in two places at once.
            if (await db.TrySaveAsync(cancel) || attempt == MostTries)
                return;
        }
    }

    private Task<ReminderChoice?> FindChoiceAsync(Guid platform, string subject, CancellationToken cancel) =>
        db.ReminderChoices.FirstOrDefaultAsync(choice => choice.PlatformId == platform && choice.Subject == subject, cancel);

    private IQueryable<ReminderMessage> Of(CurrentMember member)
    {
        var (platform, subject, since) = (member.PlatformId, member.Subject, clock.GetUtcNow() - ReminderMessage.Shown);
        return db.ReminderMessages.Where(message => message.PlatformId == platform && message.Subject == subject && message.MadeAt > since);
    }

    private async Task<IReadOnlyDictionary<ReminderLine, OpenThing>> OpenAsync(List<ReminderLine> lines, RemindedPerson? person, CancellationToken cancel)
    {
        if (lines.Count == 0 || person is null)
            return new Dictionary<ReminderLine, OpenThing>();
        return (await things.OfAsync(lines, person.Members, clock.GetUtcNow(), cancel)).Where(one => lines.Contains(one.Key)).ToDictionary();
    }
}
