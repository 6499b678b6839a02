using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Logs;

/// <summary>Approves and returns log entries. Approved hours are a grade, which goes to the gradebook in the same transaction.</summary>
public sealed class LogReview(CourseDb db, GradeOutbox outbox, TimeProvider clock)
{
    private const int MostTries = 3;

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
                outbox.RingAfterCommit();
                await CountAgainAsync(log, MentorsOf(reviewed));
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

    /// <summary>Goal or points have changed: everybody's hours count anew. Adds to the unit of work; the caller saves and rings.</summary>
    public async Task GradeAllAsync(Activity log, CancellationToken cancel)
    {
        var mentors = await db.LogEntries.Where(entry => entry.ActivityId == log.Id && entry.State == EntryState.Approved).Select(entry => entry.MemberId).Distinct().ToListAsync(cancel);
        await outbox.WantAllAsync(log, await GradesAsync(log, mentors, clock.GetUtcNow(), cancel), cancel);
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

    /// <summary>
    /// Whoever reviewed other entries of the same mentors in this moment counted without these: the last of them counts all. What is reviewed
    /// is reviewed: it is counted though the page that asked for it is closed.
    /// </summary>
    private async Task CountAgainAsync(Activity log, IReadOnlyCollection<MemberId> mentors)
    {
        do db.ChangeTracker.Clear();
        while (await outbox.WantNewsAsync(log, await GradesAsync(log, mentors, clock.GetUtcNow(), CancellationToken.None), CancellationToken.None) && !await db.TrySaveAsync(CancellationToken.None));
        outbox.RingAfterCommit();
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
}
