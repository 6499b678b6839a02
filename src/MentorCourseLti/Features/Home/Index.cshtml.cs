using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Home;

/// <summary>What is next: for a mentor the own work, for an instructor what waits.</summary>
public sealed class IndexModel(CourseDb db, TimeProvider clock) : MemberPage
{
    private static readonly Func<CourseDb, CourseId, MemberId, IAsyncEnumerable<OwnWork>> ReadOwnWork = CompiledQuery.Of(
        (CourseDb db, CourseId course, MemberId member) =>
            from activity in db.Activities
            where activity.CourseId == course && activity.Kind == ActivityKind.Reflection
            join submission in db.Submissions.Where(submission => submission.CourseId == course && submission.MemberId == member)
                on activity.Id equals submission.ActivityId into submissions
            from submission in submissions.DefaultIfEmpty()
            join attempt in db.Attempts.Where(attempt => attempt.TakenBackAt == null)
                on submission.Id equals attempt.SubmissionId into attempts
            from attempt in attempts.DefaultIfEmpty()
            join assessment in db.Assessments.Where(assessment => assessment.ReleasedAt != null)
                on attempt.Id equals assessment.AttemptId into assessments
            from assessment in assessments.DefaultIfEmpty()
            orderby activity.DueAt, activity.CreatedAt
            select new OwnWork
            {
                Id = activity.Id.Value,
                Title = activity.Title,
                DueAt = activity.DueAt,
                ClosesAt = activity.ClosesAt,
                DraftWords = (int?)submission.DraftWords ?? 0,
                DraftSavedAt = submission.DraftSavedAt,
                HandedInAt = (DateTimeOffset?)attempt.HandedInAt,
                GradedAt = attempt.GradedAt,
                Score = assessment.Score,
                OutOf = assessment.OutOf,
                Comment = assessment.Comment,
            });

    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<ActivitySummary>> ReadActivities = CompiledQuery.Of(
        (CourseDb db, CourseId course) =>
            from activity in db.Activities
            where activity.CourseId == course
            orderby activity.DueAt, activity.CreatedAt
            select new ActivitySummary(activity.Id, activity.Kind, activity.Title, activity.DueAt));

    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<ActivityCount>> CountAttempts = CompiledQuery.Of(
        (CourseDb db, CourseId course) =>
            from submission in db.Submissions
            where submission.CourseId == course
            join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
            where attempt.TakenBackAt == null
            group attempt by submission.ActivityId into counted
            select new ActivityCount(counted.Key, counted.Count(), counted.Count(attempt => attempt.GradedAt == null)));

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

    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<WaitingEntries>> CountEntries = CompiledQuery.Of(
        (CourseDb db, CourseId course) =>
            from entry in db.LogEntries
            where entry.CourseId == course && entry.State == EntryState.Waiting
            group entry by entry.ActivityId into waiting
            select new WaitingEntries(waiting.Key, waiting.Count(), waiting.Count(entry => entry.NeedsAttention)));

    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<DeliveryCount>> CountDeliveries = CompiledQuery.Of(
        (CourseDb db, CourseId course) =>
            from delivery in db.Deliveries
            where delivery.CourseId == course && (delivery.State == DeliveryState.NeedsLook || delivery.State == DeliveryState.Waiting)
            group delivery by delivery.State into counted
            select new DeliveryCount(counted.Key, counted.Count()));

    public IReadOnlyList<OwnWork> Work { get; private set; } = [];

    public IReadOnlyList<ActivitySummary> Activities { get; private set; } = [];

    public IReadOnlyDictionary<ActivityId, ActivityCount> Counts { get; private set; } = new Dictionary<ActivityId, ActivityCount>();

    public IReadOnlyList<OwnLog> Logs { get; private set; } = [];

    public IReadOnlyList<WaitingEntries> EntriesWaiting { get; private set; } = [];

    public int ToGrade { get; private set; }

    public int DeliveriesWaiting { get; private set; }

    public int DeliveriesInTrouble { get; private set; }

    public DateTimeOffset Now { get; private set; }

    /// <summary>What the mentor should do next: the earliest that is open and not handed in.</summary>
    public OwnWork? Next => Work.FirstOrDefault(work => work.State is WorkState.NotStarted or WorkState.Draft && !work.IsClosed(Now));

    /// <summary>What came back, newest first.</summary>
    public IEnumerable<OwnWork> Back => Work.Where(work => work.State is WorkState.Graded).OrderByDescending(work => work.GradedAt);

    public IEnumerable<OwnWork> Waiting => Work.Where(work => work.State is WorkState.HandedIn);

    public IEnumerable<OwnWork> Later => Work.Where(work => work.State is WorkState.NotStarted or WorkState.Draft && work != Next);

    /// <summary>The first activity with work that waits to be graded.</summary>
    public ActivitySummary? FirstToGrade => Activities.FirstOrDefault(activity => Counts.TryGetValue(activity.Id, out var count) && count.ToGrade > 0);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        if (Member.Role is MemberRole.Instructor or MemberRole.MentorLeader)
            await ReadForStaffAsync(cancel);
        else
            await ReadOwnAsync(cancel);
    }

    private async Task ReadOwnAsync(CancellationToken cancel)
    {
        Work = await ReadOwnWork(db, Member.CourseId, Member.Id).ToListAsync(cancel);
        Logs = await ReadOwnLogs(db, Member.CourseId, Member.Id).ToListAsync(cancel);
    }

    private async Task ReadForStaffAsync(CancellationToken cancel)
    {
        Activities = await ReadActivities(db, Member.CourseId).ToListAsync(cancel);
        if (!Member.MayAssess)
            return;
        Counts = await CountAttempts(db, Member.CourseId).ToDictionaryAsync(count => count.ActivityId, cancellationToken: cancel);
        EntriesWaiting = await CountEntries(db, Member.CourseId).ToListAsync(cancel);
        ToGrade = Counts.Values.Sum(count => count.ToGrade);
        await foreach (var count in CountDeliveries(db, Member.CourseId).WithCancellation(cancel))
        {
            if (count.State is DeliveryState.NeedsLook)
                DeliveriesInTrouble = count.Count;
            else
                DeliveriesWaiting = count.Count;
        }
    }
}
