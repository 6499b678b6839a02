using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Reminders;
using MentorCourseLti.Internship.Sessions;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Reminders;

/// <summary>Reads what waits for people, in a handful of statements for all of them. What is done is not among it.</summary>
public sealed class OpenThings(CourseDb db, WeekDigests digests)
{
    /// <param name="members">Each of them in one course.</param>
    /// <param name="kinds">What is wanted; of nothing else is asked.</param>
    public async Task<IReadOnlyList<OpenThing>> ReadAsync(
        IReadOnlyCollection<RemindedMember> members, IReadOnlyCollection<ReminderKind> kinds, DateTimeOffset now, CancellationToken cancel)
    {
        var own = new Own([.. members.Where(member => member.HandsIn)], now - ReminderMessage.Shown, now);
        var open = new List<OpenThing>();
        foreach (var kind in kinds.Where(kind => kind is ReminderKind.WeeklyDigest || own.Members.Count > 0).Distinct())
        {
            open.AddRange(kind switch
            {
                ReminderKind.DueSoon => await ReadDueAsync(own, cancel),
                ReminderKind.LogMissing => await ReadUntoldAsync(own, cancel),
                ReminderKind.FeedbackReady => await ReadFeedbackAsync(own, cancel),
                ReminderKind.EntryReturned => await ReadReturnedAsync(own, cancel),
                _ => await digests.ReadAsync([.. members.Where(member => member.Supervises)], now, cancel),
            });
        }

        return open;
    }

    /// <summary>What of these lines is still open.</summary>
    public async Task<IReadOnlyDictionary<ReminderLine, OpenThing>> OfAsync(
        IReadOnlyCollection<ReminderLine> lines, IEnumerable<RemindedMember> members, DateTimeOffset now, CancellationToken cancel)
    {
        var asked = lines.Select(line => line.Member).ToHashSet();
        return (await ReadAsync([.. members.Where(member => asked.Contains(member.Id))], [.. lines.Select(line => line.Kind)], now, cancel)).ToDictionary(thing => thing.Line);
    }

    private async Task<IEnumerable<OpenThing>> ReadDueAsync(Own own, CancellationToken cancel)
    {
        var (from, until) = (own.From, own.Now + ReminderRules.Soon);
        var due = await OpenWork.ReadDue(db, own.Courses, own.Ids, from, until).ToListAsync(cancel);
        return from work in due
               let terms = OwnTerms.Of(work.OpensAt, work.DueAt, work.ClosesAt, work.ResubmitUntil, work.OwnDueAt, work.IsExcused)
               where terms.DueAt is { } at && at > @from && at <= until && !terms.IsExcused && !terms.IsAhead(own.Now) && !terms.IsClosed(own.Now)
               let dueAt = terms.DueAt!.Value
               select new OpenThing(
                   new ReminderLine(ReminderKind.DueSoon, work.MemberId, work.Id.Value), own.Of(work.MemberId), work.Title, dueAt, dueAt, ActivityPath.Of(work.Kind, work.Id, supervises: false));
    }

    /// <summary>Of each session that is over, those who led it and have not told of it, in the newest of their courses that has a log.</summary>
    private async Task<IEnumerable<OpenThing>> ReadUntoldAsync(Own own, CancellationToken cancel)
    {
        var (courses, from, now) = (own.Courses, own.From, own.Now);
        var (programmes, subjects) = (own.Members.Select(member => member.ProgrammeId).Distinct().ToList(), own.Members.Select(member => member.Subject).Distinct(StringComparer.Ordinal).ToList());
        var over = from session in db.Sessions
                   where session.State != SessionState.Cancelled && session.StartsAt > @from && session.EndsAt <= now
                   join one in db.Groups on session.GroupId equals one.Id
                   where programmes.Contains(one.ProgrammeId) && one.EndedAt == null
                   select new { session.Id, session.GroupId, one.ProgrammeId, session.StartsAt, session.EndsAt, session.Substitute };
        var led = from session in over
                  where session.Substitute == null
                  join mentor in db.GroupMentors on session.GroupId equals mentor.GroupId
                  select new { session.Id, session.ProgrammeId, session.StartsAt, session.EndsAt, mentor.Subject };
        var lent = over.Where(session => session.Substitute != null)
            .Select(session => new { session.Id, session.ProgrammeId, session.StartsAt, session.EndsAt, Subject = session.Substitute! });
        var untold = await led.Concat(lent).Where(session => subjects.Contains(session.Subject) && !db.LogEntries.Any(entry => entry.SessionId == session.Id && entry.WasHeld
            && db.Members.Any(teller => teller.Id == entry.MemberId && teller.Subject == session.Subject))).ToListAsync(cancel);
        if (untold.Count == 0)
            return [];
        var logs = await db.Activities.AsNoTracking().Where(activity => courses.Contains(activity.CourseId) && activity.Kind == ActivityKind.MentoringLog).ToListAsync(cancel);
        var open = logs.Where(log => !log.IsAhead(now) && !log.IsClosed(now)).Select(log => log.CourseId).ToHashSet();
        var tellers = own.Members.Where(member => open.Contains(member.CourseId)).ToLookup(member => (member.ProgrammeId, member.Subject));
        return from session in untold
               let member = tellers[(session.ProgrammeId, session.Subject)].MaxBy(teller => teller.JoinedAt)
               where member is not null
               select new OpenThing(
                   new ReminderLine(ReminderKind.LogMissing, member.Id, session.Id.Value), member, "", session.EndsAt, session.StartsAt, $"/sessions/{session.Id}/log");
    }

    private async Task<IEnumerable<OpenThing>> ReadFeedbackAsync(Own own, CancellationToken cancel)
    {
        var unread = await OpenWork.ReadUnread(db, own.Courses, own.Ids, own.From).ToListAsync(cancel);
        return from feedback in unread
               let at = feedback.ReleasedAt
               select new OpenThing(
                   new ReminderLine(ReminderKind.FeedbackReady, feedback.MemberId, feedback.Id.Value), own.Of(feedback.MemberId), feedback.Title, at, at,
                   ActivityPath.Of(feedback.Kind, feedback.ActivityId, supervises: false));
    }

    private async Task<IEnumerable<OpenThing>> ReadReturnedAsync(Own own, CancellationToken cancel)
    {
        var returned = await OpenWork.ReadReturned(db, own.Courses, own.Ids, own.From).ToListAsync(cancel);
        return returned.Select(entry => new OpenThing(
            new ReminderLine(ReminderKind.EntryReturned, entry.MemberId, entry.Id.Value), own.Of(entry.MemberId), "", entry.ReviewedAt, entry.StartsAt, $"/logs/{entry.ActivityId}/entry/{entry.Id}"));
    }

    /// <summary>Those who hand in, each with the own things.</summary>
    private sealed class Own(IReadOnlyList<RemindedMember> members, DateTimeOffset from, DateTimeOffset now)
    {
        private readonly Dictionary<MemberId, RemindedMember> byId = members.ToDictionary(member => member.Id);

        public IReadOnlyList<RemindedMember> Members => members;

        public DateTimeOffset From => from;

        public DateTimeOffset Now => now;

        public List<CourseId> Courses { get; } = [.. members.Select(member => member.CourseId).Distinct()];

        public List<MemberId> Ids { get; } = [.. members.Select(member => member.Id)];

        public RemindedMember Of(MemberId id) => byId[id];
    }
}
