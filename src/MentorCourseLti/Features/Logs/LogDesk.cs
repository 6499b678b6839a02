using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Logs;

/// <summary>Writes log entries and reviews them. Approved hours are a grade, which goes to the gradebook in the same transaction.</summary>
public sealed class LogDesk(CourseDb db, GradeOutbox outbox, TimeProvider clock)
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

    /// <summary>
    /// Approves or returns these, where they are the reviewer's to look after and still as the reviewer saw them. Returns how many it was; what others
    /// reviewed or changed meanwhile is left alone.
    /// </summary>
    public async Task<int> ReviewAsync(Activity log, IReadOnlyCollection<SeenEntry> seen, bool approve, string note, CurrentMember reviewer, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                var reviewed = await TryReviewAsync(log, seen, approve, note, reviewer, cancel);
                await CountAgainAsync(log, reviewed, cancel);
                outbox.RingAfterCommit();
                return reviewed.Count;
            }
            catch (DbUpdateException exception) when (db.IsCrossed(exception))
            {
                // A mentor changed one at this moment, or another reviewer decided on it: the others are looked at once more.
                db.ChangeTracker.Clear();
                if (attempt == MostTries)
                    return 0;
            }
        }
    }

    private async Task<IReadOnlyList<LogEntry>> TryReviewAsync(Activity log, IReadOnlyCollection<SeenEntry> seen, bool approve, string note, CurrentMember reviewer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var versions = seen.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Version);
        var ids = versions.Keys.ToList();
        var entries = await db.LogEntries
            .Where(entry => entry.ActivityId == log.Id && ids.Contains(entry.Id)
                && (reviewer.MayAssess || db.Members.Any(mentor => mentor.Id == entry.MemberId && mentor.LeaderId == reviewer.Id)))
            .ToListAsync(cancel);
        entries.RemoveAll(entry => entry.Version != versions[entry.Id] || entry.State == (approve ? EntryState.Approved : EntryState.Returned));
        foreach (var entry in entries)
        {
            if (approve)
                entry.Approve(reviewer.Id, note, now);
            else
                entry.Return(reviewer.Id, note, now);
        }

        await outbox.WantAllAsync(log, await GradesAsync(log, MentorsOf(entries), now, cancel), cancel);
        await db.SaveChangesAsync(cancel);
        return entries;
    }

    /// <summary>Whoever reviewed other entries of the same mentors in this moment counted without these: the last of them counts all.</summary>
    private async Task CountAgainAsync(Activity log, IReadOnlyList<LogEntry> reviewed, CancellationToken cancel)
    {
        var mentors = MentorsOf(reviewed);
        do db.ChangeTracker.Clear();
        while (await outbox.WantNewsAsync(log, await GradesAsync(log, mentors, clock.GetUtcNow(), cancel), cancel) && !await db.TrySaveAsync(cancel));
    }

    /// <summary>Goal or points have changed: everybody's hours count anew. Adds to the unit of work; the caller saves and rings.</summary>
    public async Task GradeAllAsync(Activity log, CancellationToken cancel)
    {
        var mentors = await db.LogEntries.Where(entry => entry.ActivityId == log.Id && entry.State == EntryState.Approved).Select(entry => entry.MemberId).Distinct().ToListAsync(cancel);
        await outbox.WantAllAsync(log, await GradesAsync(log, mentors, clock.GetUtcNow(), cancel), cancel);
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

    private static List<MemberId> MentorsOf(IEnumerable<LogEntry> entries) => [.. entries.Select(entry => entry.MemberId).Distinct()];

    private async Task<IReadOnlyCollection<(Member Member, GradeNews News)>> GradesAsync(Activity log, IReadOnlyCollection<MemberId> mentors, DateTimeOffset now, CancellationToken cancel)
    {
        // With the changes that are about to be saved.
        var approved = (await db.LogEntries.Where(entry => entry.ActivityId == log.Id && mentors.Contains(entry.MemberId)).ToListAsync(cancel))
            .Where(entry => entry.State is EntryState.Approved).ToLookup(entry => entry.MemberId);
        return (await db.Members.Where(member => mentors.Contains(member.Id)).ToListAsync(cancel)).ConvertAll(member => (member, NewsOf(log, [.. approved[member.Id]], now)));
    }

    private static GradeNews NewsOf(Activity log, IReadOnlyCollection<LogEntry> approved, DateTimeOffset now) => GradeNews.Of(
        new Hours(approved.Sum(entry => entry.Minutes), WaitingMinutes: 0, log.GoalHours ?? 0), log, approved.Count > 0 ? approved.Max(entry => entry.LoggedAt) : now, now);

    private static bool Same(EntryFacts one, EntryFacts other) => one.Who.SequenceEqual(other.Who, StringComparer.Ordinal) && one with { Who = other.Who } == other;
}
