using MentorCourseLti.Data;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Reminders;

/// <summary>
/// Writes the day's messages, course by course, once it is morning there. A course's messages and the note that it had its round are one transaction
/// (decision 17).
/// </summary>
internal sealed class ReminderRounds(CourseDb db, RemindedPeople people, OpenThings things, IOptions<MentorCourseOptions> options, TimeProvider clock, ILogger<ReminderRounds> log)
{
    private const int MostTries = 3;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (string name in await db.Programmes.Select(programme => programme.TimeZone).Distinct().ToListAsync(cancel))
        {
            var zone = WallClock.ZoneOf(name);
            if (QuietHours.Cover(now, zone))
                continue;
            var (day, morning) = (QuietHours.DayOf(now, zone), QuietHours.MorningOf(now, zone));
            // What begins in the course of the day is told of from tomorrow on: messages come in the morning.
            var courses = await (from course in db.Courses
                                 where course.ArchivedAt == null && db.Programmes.Any(programme => programme.Id == course.ProgrammeId && programme.TimeZone == name && programme.StartedAt < morning)
                                     && !db.ReminderRounds.Any(round => round.CourseId == course.Id && round.DoneOn >= day)
                                 select course.Id).ToListAsync(cancel);
            foreach (var course in courses)
                await RunSafelyAsync(course, day, now, cancel);
        }
    }

    /// <summary>False where the course had its round of the day already, or has it on another node at this moment.</summary>
    public async Task<bool> RunAsync(CourseId course, DateOnly day, DateTimeOffset now, CancellationToken cancel)
    {
        for (int attempt = 1; attempt <= MostTries; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await db.ReminderRounds.FirstOrDefaultAsync(round => round.CourseId == course, cancel) is { } round)
            {
                if (round.DoneOn >= day)
                    return false;
                round.DoneOn = day;
            }
            else
            {
                db.Add(new ReminderRound { CourseId = course, DoneOn = day });
            }

            await WriteAsync(course, day, now, cancel);
            if (await db.TrySaveAsync(cancel))
                return true;
        }

        return false;
    }

    private async Task RunSafelyAsync(CourseId course, DateOnly day, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            await RunAsync(course, day, now, cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One course must not keep the others waiting.
            Log.RoundFailed(log, course.Value, exception);
        }
    }

    private async Task WriteAsync(CourseId course, DateOnly day, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await people.AtHomeInAsync(course, cancel);
        if (found.Count == 0)
            return;
        var (platform, subjects) = (found[0].PlatformId, found.Select(person => person.Subject).ToList());
        var choices = await db.ReminderChoices.AsNoTracking().Where(choice => choice.PlatformId == platform && subjects.Contains(choice.Subject))
            .ToDictionaryAsync(choice => choice.Subject, StringComparer.Ordinal, cancel);
        var since = now - ReminderMessage.Shown;
        var messages = (await db.ReminderMessages.Where(message => message.PlatformId == platform && subjects.Contains(message.Subject) && message.MadeAt > since).ToListAsync(cancel))
            .ToLookup(message => message.Subject, StringComparer.Ordinal);
        var open = (await things.ReadAsync([.. found.SelectMany(person => person.Members)], Enum.GetValues<ReminderKind>(), now, cancel))
            .ToLookup(thing => thing.Member.Subject, StringComparer.Ordinal);
        foreach (var person in found)
            Write(person, choices.GetValueOrDefault(person.Subject), [.. messages[person.Subject]], [.. open[person.Subject]], day, now);
    }

    private void Write(RemindedPerson person, ReminderChoice? choice, IReadOnlyList<ReminderMessage> before, IReadOnlyList<OpenThing> open, DateOnly day, DateTimeOffset now)
    {
        // Who joined another course since this morning was told of today in the one before.
        if (before.Any(message => message.Day >= day))
            return;
        var told = before.SelectMany(message => message.Lines.Select(line => (line, new Told(message.Day, message.MadeAt))))
            .GroupBy(one => one.line).ToDictionary(one => one.Key, one => one.MaxBy(told => told.Item2.At).Item2);
        var due = open.Where(thing => (choice?.Wants(thing.Line.Kind) ?? true) && ReminderRules.IsDue(thing.Line.Kind, thing.Since, told.GetValueOrDefault(thing.Line), day, now))
            .Select(thing => thing.Line).ToList();
        if (due.Count == 0)
            return;

        bool mails = options.Value.Mail.IsOn && person.MayMail(choice);
        // What was not sent yesterday goes with what is new today: two e-mails of one day would be one too many.
        var unsent = mails ? before.Where(message => message.Mail is MailState.Waiting).ToList() : [];
        foreach (var message in unsent)
            message.GiveWay();
        var made = new ReminderMessage
        {
            Id = ReminderMessageId.New(now),
            PlatformId = person.PlatformId,
            Subject = person.Subject,
            Day = day,
            TimeZone = person.ZoneName,
            Lines = [.. due.Concat(unsent.SelectMany(message => message.Lines)).Distinct()],
            MadeAt = now,
        };
        if (mails)
            made.MailBy(now);
        db.Add(made);
    }
}
