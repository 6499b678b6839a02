using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Assess;

/// <summary>What waits to be graded, in the order in which it was handed in.</summary>
public sealed class WaitingWork(CourseDb db, GradingLeases leases)
{
    /// <summary>Of the mentors whom the grader sees, of activities that are the grader's to grade.</summary>
    public async Task<IReadOnlyList<WaitingAttempt>> ReadAsync(QueueFilter filter, CurrentMember grader, CancellationToken cancel)
    {
        var course = grader.CourseId;
        var submissions = db.Submissions.Where(submission => submission.CourseId == course && submission.State == WorkState.HandedIn);
        if (filter.Activity is { } only)
            submissions = submissions.Where(submission => submission.ActivityId == new ActivityId(only));
        // Thousands wait at the end of a term: of each only what indexes hold. What many share is read once.
        var waiting = await (
            from submission in submissions
            join attempt in db.Attempts on new { submission.CourseId, submission.Id } equals new { attempt.CourseId, Id = attempt.SubmissionId }
            where attempt.SetAsideAt == null && attempt.GradedAt == null
            select new { attempt.Id, submission.ActivityId, submission.MemberId, attempt.Number, attempt.Words, attempt.HandedInAt, attempt.FirstHandedInAt }).ToListAsync(cancel);
        if (waiting.Count == 0)
            return [];
        var activities = await db.Activities.GradedBy(grader).Select(activity => new { activity.Id, activity.Title, activity.IsAnonymous, activity.DueAt }).ToDictionaryAsync(activity => activity.Id, cancel);
        var names = (await db.MentorsSeenByAsync(grader, cancel)).ToDictionary(mentor => mentor.Id, mentor => mentor.Name);
        var allowances = await db.Allowances.Where(one => one.CourseId == course).Select(one => new { one.ActivityId, one.MemberId, one.DueAt, one.IsExcused })
            .ToDictionaryAsync(one => (one.ActivityId, one.MemberId), cancel);
        var begun = await db.Assessments.Where(assessment => assessment.CourseId == course && assessment.ReleasedAt == null).Select(assessment => assessment.AttemptId).ToHashSetAsync(cancel);
        var held = await leases.OthersAsync(grader, cancel);
        return
        [
            .. from one in waiting
               where names.ContainsKey(one.MemberId) && activities.ContainsKey(one.ActivityId)
               let activity = activities[one.ActivityId]
               let name = activity.IsAnonymous ? null : names[one.MemberId]
               let allowance = allowances.GetValueOrDefault((one.ActivityId, one.MemberId))
               let terms = new OwnTerms(OpensAt: null, allowance?.DueAt ?? activity.DueAt, ClosesAt: null, ResubmitUntil: null, allowance?.IsExcused ?? false)
               let isLate = terms.IsLate(one.FirstHandedInAt ?? one.HandedInAt)
               where (isLate || !filter.OnlyLate) && (filter.Name is not { } part || name?.Contains(part, StringComparison.CurrentCultureIgnoreCase) is true)
               orderby one.HandedInAt, one.Id.Value
               select new WaitingAttempt(one.Id, one.ActivityId, activity.Title, name, one.Number, one.Words, one.HandedInAt, isLate, begun.Contains(one.Id), held.GetValueOrDefault(one.Id)),
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
