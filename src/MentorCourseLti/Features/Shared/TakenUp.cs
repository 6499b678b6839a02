using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Shared;

/// <summary>Feedback on an earlier reflection that its mentor takes up in a later one.</summary>
/// <param name="Title">The earlier reflection's.</param>
/// <param name="Comment">What was said of it.</param>
/// <param name="Answer">What the mentor said to that.</param>
public sealed record TakenUp(string Title, string Comment, string Answer)
{
    /// <param name="readable">The activities whose feedback the reader may see.</param>
    internal static async Task<IReadOnlyList<TakenUp>> InAsync(CourseDb db, ActivityId reflection, MemberId mentor, IQueryable<Activity> readable, CancellationToken cancel) => await (
        from answer in db.FeedbackAnswers
        where answer.TakenUpIn == reflection
        join assessment in db.Assessments on answer.AssessmentId equals assessment.Id
        where assessment.ReleasedAt != null
        join attempt in db.Attempts on assessment.AttemptId equals attempt.Id
        join submission in db.Submissions on attempt.SubmissionId equals submission.Id
        where submission.MemberId == mentor
        join activity in readable on submission.ActivityId equals activity.Id
        orderby activity.DueAt == null, activity.DueAt, activity.CreatedAt
        select new TakenUp(activity.Title, assessment.Comment, answer.Text)).ToListAsync(cancel);
}
