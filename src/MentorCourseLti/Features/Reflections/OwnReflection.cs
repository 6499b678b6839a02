using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Reflections;

/// <summary>A reflection with its rubric and what one member made of it.</summary>
internal sealed record OwnReflection(Activity Activity, Rubric Rubric, Submission? Submission, OwnTerms Terms)
{
    private static readonly Func<CourseDb, ActivityId, CourseId, MemberId, Task<Row?>> Query = CompiledQuery.Of(
        (CourseDb db, ActivityId id, CourseId course, MemberId member) =>
            (from activity in db.Activities
             where activity.Id == id && activity.CourseId == course
             join rubric in db.Rubrics on activity.RubricId equals (RubricId?)rubric.Id
             join submission in db.Submissions.Where(submission => submission.MemberId == member)
                 on activity.Id equals submission.ActivityId into submissions
             from submission in submissions.DefaultIfEmpty()
             join allowance in db.Allowances.Where(allowance => allowance.MemberId == member)
                 on activity.Id equals allowance.ActivityId into allowances
             from allowance in allowances.DefaultIfEmpty()
             select new Row(activity, rubric, submission, allowance)).FirstOrDefault());

    /// <summary>None where the course has no such reflection.</summary>
    public static async Task<OwnReflection?> FindAsync(CourseDb db, Guid id, CourseId course, MemberId member, CancellationToken cancel)
    {
        if (await Query(db, new ActivityId(id), course, member) is not { } row)
            return null;
        if (row.Submission is not null)
            await db.Entry(row.Submission).Collection(submission => submission.Attempts).LoadAsync(cancel);
        return new OwnReflection(row.Activity, row.Rubric, row.Submission, row.Activity.TermsFor(row.Allowance));
    }

    private sealed record Row(Activity Activity, Rubric Rubric, Submission? Submission, Allowance? Allowance);
}
