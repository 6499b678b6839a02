using MentorCourseLti.Data;
using MentorCourseLti.Features.Sessions;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Home;

/// <summary>A mentor's own work: what is next, what came back, the hours.</summary>
public sealed record OwnHome(CurrentMember Member, IReadOnlyList<OwnWork> Work, IReadOnlyList<OwnCount> Counts, IReadOnlyList<SessionRow> Sessions, DateTimeOffset Now)
{
    /// <summary>What counts by itself: logs with the own hours, and participation grades, of which their own pages tell.</summary>
    private static readonly Func<CourseDb, CourseId, MemberId, IAsyncEnumerable<OwnCount>> ReadCounts = CompiledQuery.Of(
        (CourseDb db, CourseId course, MemberId member) =>
            from activity in db.Activities
            where activity.CourseId == course && (activity.Kind == ActivityKind.MentoringLog || activity.Kind == ActivityKind.Participation)
            orderby activity.CreatedAt
            select new OwnCount(
                activity.Id.Value, activity.Kind, activity.Title, activity.GoalHours ?? 0,
                db.LogEntries.Where(entry => entry.ActivityId == activity.Id && entry.MemberId == member && entry.State == EntryState.Approved).Sum(entry => entry.Minutes),
                db.LogEntries.Where(entry => entry.ActivityId == activity.Id && entry.MemberId == member && entry.State == EntryState.Waiting).Sum(entry => entry.Minutes),
                db.LogEntries.Count(entry => entry.ActivityId == activity.Id && entry.MemberId == member && entry.State == EntryState.Returned)));

    public IEnumerable<OwnCount> Logs => Counts.Where(count => count.Kind is ActivityKind.MentoringLog);

    public IEnumerable<OwnCount> Standings => Counts.Where(count => count.Kind is ActivityKind.Participation);

    /// <summary>What the mentor should do next: the earliest that is open and not handed in.</summary>
    public OwnWork? Next => Work.FirstOrDefault(work => work.State is WorkState.NotStarted or WorkState.Draft && !work.Terms.IsExcused && !work.Terms.IsAhead(Now) && !work.Terms.IsClosed(Now));

    /// <summary>What came back, newest first.</summary>
    public IEnumerable<OwnWork> Back => Work.Where(work => work.State is WorkState.Graded).OrderByDescending(work => work.GradedAt);

    public IEnumerable<OwnWork> Waiting => Work.Where(work => work.State is WorkState.HandedIn);

    public IEnumerable<OwnWork> Later => Work.Where(work => work.State is WorkState.NotStarted or WorkState.Draft && work != Next);

    internal static async Task<OwnHome> ReadAsync(CourseDb db, SessionDesk sessions, CurrentMember member, DateTimeOffset now, CancellationToken cancel) => new(
        member,
        await OwnWork.OfAsync(db, member, cancel),
        await ReadCounts(db, member.CourseId, member.Id).ToListAsync(cancel),
        member.MayHandIn ? await sessions.AtHandAsync(member, now, cancel) : [],
        now);
}
