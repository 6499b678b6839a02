using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Assess;

/// <summary>What waits to be graded, in the order in which it was handed in.</summary>
public sealed class WaitingWork(CourseDb db, TimeProvider clock)
{
    /// <summary>Of the mentors whom the grader sees, of activities that are the grader's to grade.</summary>
    public async Task<IReadOnlyList<WaitingAttempt>> ReadAsync(QueueFilter filter, CurrentMember grader, CancellationToken cancel)
    {
        var (course, me, now) = (grader.CourseId, grader.Id, clock.GetUtcNow());
        var activities = db.Activities.GradedBy(grader);
        if (filter.Activity is { } only)
            activities = activities.Where(activity => activity.Id == new ActivityId(only));
        var rows = await (
            from submission in db.Submissions
            where submission.CourseId == course && submission.State == WorkState.HandedIn
            join activity in activities on submission.ActivityId equals activity.Id
            join author in db.Members.SeenBy(grader) on submission.MemberId equals author.Id
            join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
            where attempt.SetAsideAt == null && attempt.GradedAt == null
            join allowance in db.Allowances on new { submission.ActivityId, submission.MemberId } equals new { allowance.ActivityId, allowance.MemberId } into allowances
            from allowance in allowances.DefaultIfEmpty()
            join lease in db.GradingLeases.Where(lease => lease.Until > now && lease.HolderId != me) on attempt.Id equals lease.AttemptId into leases
            from lease in leases.DefaultIfEmpty()
            join holder in db.Members on lease.HolderId equals holder.Id into holders
            from holder in holders.DefaultIfEmpty()
            orderby attempt.HandedInAt, attempt.Id
            select new
            {
                attempt.Id,
                submission.ActivityId,
                activity.Title,
                activity.IsAnonymous,
                author.Name,
                attempt.Number,
                attempt.Words,
                attempt.HandedInAt,
                CountsFrom = attempt.FirstHandedInAt ?? attempt.HandedInAt,
                DueAt = allowance.DueAt ?? activity.DueAt,
                IsExcused = (bool?)allowance.IsExcused ?? false,
                IsBegun = db.Assessments.Any(assessment => assessment.AttemptId == attempt.Id),
                IsHeld = lease != null,
                Holder = holder.Name,
            }).ToListAsync(cancel);
        return
        [
            .. from row in rows
               let name = row.IsAnonymous ? null : row.Name
               let isLate = new OwnTerms(OpensAt: null, row.DueAt, ClosesAt: null, ResubmitUntil: null, row.IsExcused).IsLate(row.CountsFrom)
               where (isLate || !filter.OnlyLate) && (filter.Name is not { } part || name?.Contains(part, StringComparison.CurrentCultureIgnoreCase) is true)
               select new WaitingAttempt(row.Id, row.ActivityId, row.Title, name, row.Number, row.Words, row.HandedInAt, isLate, row.IsBegun, row.IsHeld ? new Holder(row.Holder) : null),
        ];
    }

    /// <summary>What else waits, as seen from one attempt: only what lies before nobody else.</summary>
    public async Task<WaitingAround> AroundAsync(Attempt here, QueueFilter filter, CurrentMember grader, CancellationToken cancel)
    {
        var others = (await ReadAsync(filter, grader, cancel)).Where(other => other.Id != here.Id && other.HeldBy is null).ToList();
        return new WaitingAround(others.Count, others.Find(IsAfter) ?? others.FirstOrDefault(), others.FindLast(other => !IsAfter(other)));

        bool IsAfter(WaitingAttempt other) => (other.HandedInAt, other.Id.Value).CompareTo((here.HandedInAt, here.Id.Value)) > 0;
    }
}
