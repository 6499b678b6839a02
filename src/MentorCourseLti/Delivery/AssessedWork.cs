using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Delivery;

/// <summary>An attempt that was judged, with all that it is counted by.</summary>
public sealed class AssessedWork
{
    public required Activity Activity { get; init; }

    public required Submission Submission { get; init; }

    public required Attempt Attempt { get; init; }

    public required Assessment Assessment { get; init; }

    public required Member Author { get; init; }

    public required Allowance? Allowance { get; init; }
}

internal static class AssessedWorks
{
    public static IQueryable<AssessedWork> AssessedWork(this CourseDb db, IQueryable<Activity> activities, IQueryable<Member> authors) =>
        from activity in activities
        join submission in db.Submissions on activity.Id equals submission.ActivityId
        join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
        join assessment in db.Assessments on attempt.Id equals assessment.AttemptId
        join author in authors on submission.MemberId equals author.Id
        join allowance in db.Allowances on new { submission.ActivityId, submission.MemberId } equals new { allowance.ActivityId, allowance.MemberId } into allowances
        from allowance in allowances.DefaultIfEmpty()
        select new AssessedWork { Activity = activity, Submission = submission, Attempt = attempt, Assessment = assessment, Author = author, Allowance = allowance };

    /// <summary>Of each mentor the released grade that counts: the newest.</summary>
    public static IEnumerable<AssessedWork> ThatCount(this IEnumerable<AssessedWork> works) =>
        works.Where(work => work.Assessment.IsReleased).GroupBy(work => work.Submission.Id).Select(own => own.MaxBy(work => work.Attempt.Number)!);
}
