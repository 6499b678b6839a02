using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Logs;

/// <summary>Finds logs and their entries, and writes down what mentors tell.</summary>
public sealed class LogDesk(CourseDb db, TimeProvider clock)
{
    private const int MostTries = 3;

    public async Task<Activity?> FindAsync(Guid id, CourseId course, CancellationToken cancel) =>
        await db.FindActivityAsync(id, course, cancel) is { Kind: ActivityKind.MentoringLog } log ? log : null;

    public Task<LogEntry?> FindEntryAsync(Activity log, Guid id, MemberId member, CancellationToken cancel) =>
        db.LogEntries.FirstOrDefaultAsync(entry => entry.Id == new LogEntryId(id) && entry.ActivityId == log.Id && entry.MemberId == member, cancel);

    /// <summary>Where the course's mentors log now: the oldest of its logs that is open. None where there is none.</summary>
    public async Task<Activity?> FindOpenAsync(CourseId course, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var logs = await db.Activities.Where(activity => activity.CourseId == course && activity.Kind == ActivityKind.MentoringLog).OrderBy(activity => activity.CreatedAt).ToListAsync(cancel);
        return logs.Find(log => !log.IsAhead(now) && !log.IsClosed(now));
    }

    /// <summary>
    /// Logs a session, or changes one. The id is the form's own, so that a form that is sent twice logs one session. Returns what is in
    /// the way; none where it is logged.
    /// </summary>
    public async Task<EntryProblem?> TellAsync(Activity log, CurrentMember member, Telling telling, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await TryTellAsync(log, member, telling, cancel);
            }
            catch (DbUpdateException exception) when (db.IsCrossed(exception))
            {
                // The same form from another phone, or the session's other mentor, at this moment: looked at once more, with what they said.
                db.ChangeTracker.Clear();
                if (attempt == MostTries)
                    return EntryProblem.ChangedMeanwhile;
            }
        }
    }

    private async Task<EntryProblem?> TryTellAsync(Activity log, CurrentMember member, Telling telling, CancellationToken cancel)
    {
        var (id, facts, basedOn, session) = telling;
        var now = clock.GetUtcNow();
        if (log.IsAhead(now) || log.IsClosed(now))
            return log.IsAhead(now) ? EntryProblem.LogNotOpen : EntryProblem.LogClosed;
        var entry = await FindEntryAsync(log, id, member.Id, cancel);
        if (entry is null)
        {
            entry = new LogEntry { Id = new LogEntryId(id), CourseId = log.CourseId, ActivityId = log.Id, MemberId = member.Id, SessionId = session?.Id, GroupId = session?.GroupId, LoggedAt = now };
            db.Add(entry);
        }
        else if (entry.Version != basedOn)
        {
            // The same form once more is no conflict.
            return Same(entry.Facts, facts) ? null : EntryProblem.ChangedMeanwhile;
        }

        if (entry.Tell(facts, now) is { } problem)
            return problem;
        var own = await db.LogEntries.AsNoTracking()
            // Of the same person, in whichever course of the year: nobody is in two sessions at once.
            .Where(other => other.Id != entry.Id && db.Members.Any(teller => teller.Id == other.MemberId && teller.Subject == member.Subject && db.Courses.Any(course => course.Id == teller.CourseId && course.ProgrammeId == member.ProgrammeId)) && other.StartsAt < facts.EndsAt && other.EndsAt > facts.StartsAt)
            .ToListAsync(cancel);
        if (own.Exists(facts.Overlaps))
            return EntryProblem.Overlaps;
        if (entry.SessionId is { } planned)
            await HoldAsync(planned, entry, now, cancel);

        await db.SaveChangesAsync(cancel);
        return null;
    }

    public async Task<Hours> HoursAsync(Activity log, MemberId member, CancellationToken cancel)
    {
        var sums = await db.LogEntries.Where(entry => entry.ActivityId == log.Id && entry.MemberId == member)
            .GroupBy(entry => entry.State).Select(group => new { group.Key, Minutes = group.Sum(entry => entry.Minutes) }).ToListAsync(cancel);
        int Of(EntryState state) => sums.FirstOrDefault(sum => sum.Key == state)?.Minutes ?? 0;
        return new Hours(Of(EntryState.Approved), Of(EntryState.Waiting), log.GoalHours ?? 0);
    }

    /// <summary>The planned session is held, or cancelled where none of its mentors says that it was held.</summary>
    private async Task HoldAsync(SessionId id, LogEntry entry, DateTimeOffset now, CancellationToken cancel)
    {
        // Gone where its group was ended or planned anew at this moment: the entry stands by itself.
        if (await db.Sessions.FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } session)
            return;
        if (entry.WasHeld || !await db.LogEntries.AnyAsync(other => other.SessionId == id && other.Id != entry.Id && other.WasHeld, cancel))
            session.Tell(entry.Facts, now);
    }

    private static bool Same(EntryFacts one, EntryFacts other) => one.Who.SequenceEqual(other.Who, StringComparer.Ordinal) && one with { Who = other.Who } == other;
}
