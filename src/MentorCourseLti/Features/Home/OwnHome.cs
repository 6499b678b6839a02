using MentorCourseLti.Data;
using MentorCourseLti.Features.Sessions;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Home;

/// <summary>A mentor's own work: what is next, what came back, the hours.</summary>
public sealed record OwnHome(CurrentMember Member, IReadOnlyList<OwnWork> Work, IReadOnlyList<OwnLog> Logs, IReadOnlyList<SessionRow> Sessions, IReadOnlyList<OwnStanding> Standings, DateTimeOffset Now)
{
    private static readonly Func<CourseDb, CourseId, MemberId, IAsyncEnumerable<OwnWork>> ReadOwnWork = CompiledQuery.Of(
        (CourseDb db, CourseId course, MemberId member) =>
            from activity in db.Activities
            where activity.CourseId == course && activity.Kind == ActivityKind.Reflection
            join submission in db.Submissions.Where(submission => submission.CourseId == course && submission.MemberId == member)
                on activity.Id equals submission.ActivityId into submissions
            from submission in submissions.DefaultIfEmpty()
            join attempt in db.Attempts.Where(attempt => attempt.SetAsideAt == null)
                on submission.Id equals attempt.SubmissionId into attempts
            from attempt in attempts.DefaultIfEmpty()
            join assessment in db.Assessments.Where(assessment => assessment.ReleasedAt != null)
                on attempt.Id equals assessment.AttemptId into assessments
            from assessment in assessments.DefaultIfEmpty()
            join allowance in db.Allowances.Where(allowance => allowance.CourseId == course && allowance.MemberId == member)
                on activity.Id equals allowance.ActivityId into allowances
            from allowance in allowances.DefaultIfEmpty()
            orderby allowance.DueAt ?? activity.DueAt, activity.CreatedAt
            select new OwnWork
            {
                OwnDueAt = allowance.DueAt,
                IsExcused = (bool?)allowance.IsExcused ?? false,
                Id = activity.Id.Value,
                Title = activity.Title,
                OpensAt = activity.OpensAt,
                EverybodysDueAt = activity.DueAt,
                ClosesAt = activity.ClosesAt,
                DraftWords = (int?)submission.DraftWords ?? 0,
                DraftSavedAt = submission.DraftSavedAt,
                HandedInAt = (DateTimeOffset?)attempt.HandedInAt,
                GradedAt = attempt.GradedAt,
                Score = assessment.Score,
                OutOf = assessment.OutOf,
                Comment = assessment.Comment,
            });

    private static readonly Func<CourseDb, CourseId, MemberId, IAsyncEnumerable<OwnLog>> ReadOwnLogs = CompiledQuery.Of(
        (CourseDb db, CourseId course, MemberId member) =>
            from activity in db.Activities
            where activity.CourseId == course && activity.Kind == ActivityKind.MentoringLog
            orderby activity.CreatedAt
            select new OwnLog(
                activity.Id.Value, activity.Title, activity.GoalHours ?? 0,
                db.LogEntries.Where(entry => entry.ActivityId == activity.Id && entry.MemberId == member && entry.State == EntryState.Approved).Sum(entry => entry.Minutes),
                db.LogEntries.Where(entry => entry.ActivityId == activity.Id && entry.MemberId == member && entry.State == EntryState.Waiting).Sum(entry => entry.Minutes),
                db.LogEntries.Count(entry => entry.ActivityId == activity.Id && entry.MemberId == member && entry.State == EntryState.Returned)));

    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<OwnStanding>> ReadStandings = CompiledQuery.Of(
        (CourseDb db, CourseId course) =>
            from activity in db.Activities
            where activity.CourseId == course && activity.Kind == ActivityKind.Participation
            orderby activity.CreatedAt
            select new OwnStanding(activity.Id.Value, activity.Title));

    /// <summary>What the mentor should do next: the earliest that is open and not handed in.</summary>
    public OwnWork? Next => Work.FirstOrDefault(work => work.State is WorkState.NotStarted or WorkState.Draft && !work.IsExcused && !work.IsAhead(Now) && !work.IsClosed(Now));

    /// <summary>What came back, newest first.</summary>
    public IEnumerable<OwnWork> Back => Work.Where(work => work.State is WorkState.Graded).OrderByDescending(work => work.GradedAt);

    public IEnumerable<OwnWork> Waiting => Work.Where(work => work.State is WorkState.HandedIn);

    public IEnumerable<OwnWork> Later => Work.Where(work => work.State is WorkState.NotStarted or WorkState.Draft && work != Next);

    internal static async Task<OwnHome> ReadAsync(CourseDb db, SessionDesk sessions, CurrentMember member, DateTimeOffset now, CancellationToken cancel) => new(
        member,
        await ReadOwnWork(db, member.CourseId, member.Id).ToListAsync(cancel),
        await ReadOwnLogs(db, member.CourseId, member.Id).ToListAsync(cancel),
        member.MayHandIn ? await sessions.AtHandAsync(member, now, cancel) : [],
        await ReadStandings(db, member.CourseId).ToListAsync(cancel),
        now);
}
