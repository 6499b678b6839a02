using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>Grades that used levels which count otherwise now: they stay as they were until somebody wants them counted anew.</summary>
public sealed class RubricRescore(CourseDb db, GradeOutbox outbox, TimeProvider clock)
{
    public async Task<IReadOnlyList<RescoredGrade>> PreviewAsync(Rubric rubric, CourseTime time, CancellationToken cancel) =>
        [.. (await UsesAsync(rubric, cancel)).Select(use => Of(use, rubric, time)).Where(grade => grade.IsOther)];

    /// <summary>How many came out otherwise; none where another grader came first: then nothing is written.</summary>
    public async Task<int?> ApplyAsync(Rubric rubric, CourseTime time, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var uses = await UsesAsync(rubric, cancel);
        var others = uses.FindAll(use => Of(use, rubric, time).IsOther);
        foreach (var use in uses)
            use.Assessment.Rescore(rubric.Criteria, use.Attempt, use.Activity, use.Activity.TermsFor(use.Allowance), time.Zone);
        // Of each mentor's grades the newest counts.
        foreach (var use in uses.Where(use => use.Assessment.IsReleased).GroupBy(use => use.Attempt.SubmissionId).Select(own => own.MaxBy(use => use.Attempt.Number)!).Intersect(others))
            await outbox.WantAsync(use.Activity, use.Author, GradeNews.Of(use.Assessment, use.Attempt, now), cancel);
        if (!await db.TrySaveAsync(cancel))
            return null;
        outbox.RingAfterCommit();
        return others.Count;
    }

    private static RescoredGrade Of(Use use, Rubric rubric, CourseTime time)
    {
        var (assessment, activity) = (use.Assessment, use.Activity);
        bool isReleased = assessment.IsReleased;
        string? name = activity.IsAnonymous && !isReleased ? null : use.Author.Name;
        var (points, total) = assessment.PointsBy(rubric.Criteria);
        if (!isReleased)
            return new RescoredGrade(name, activity.Title, assessment.RubricPoints, points, assessment.RubricTotal, total, IsReleased: false);
        decimal after = activity.Counting.Of(activity.Counting.EarnedOf(points, total), activity.TermsFor(use.Allowance).DueAt, use.Attempt.CountsFrom, time.Zone).Score;
        return new RescoredGrade(name, activity.Title, assessment.Score ?? 0, after, activity.Points, activity.Points, IsReleased: true);
    }

    private async Task<List<Use>> UsesAsync(Rubric rubric, CancellationToken cancel)
    {
        var uses = await (from activity in db.Activities
                          where activity.RubricId == rubric.Id
                          join submission in db.Submissions on activity.Id equals submission.ActivityId
                          join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
                          where attempt.SetAsideAt == null || attempt.GradedAt != null
                          join assessment in db.Assessments on attempt.Id equals assessment.AttemptId
                          join author in db.Members on submission.MemberId equals author.Id
                          join allowance in db.Allowances on new { submission.ActivityId, submission.MemberId } equals new { allowance.ActivityId, allowance.MemberId } into allowances
                          from allowance in allowances.DefaultIfEmpty()
                          orderby activity.DueAt, activity.CreatedAt, author.Name, attempt.Number
                          select new Use { Activity = activity, Attempt = attempt, Assessment = assessment, Author = author, Allowance = allowance }).ToListAsync(cancel);
        return uses.FindAll(use => use.Assessment.IsRescoredBy(rubric.Criteria));
    }

    private sealed class Use
    {
        public required Activity Activity { get; init; }

        public required Attempt Attempt { get; init; }

        public required Assessment Assessment { get; init; }

        public required Member Author { get; init; }

        public required Allowance? Allowance { get; init; }
    }
}

/// <summary>A grade that comes out otherwise by what levels count now.</summary>
/// <param name="Name">None where its activity is graded without names.</param>
/// <param name="IsReleased">Else it is a draft, of which only graders know.</param>
public sealed record RescoredGrade(string? Name, string Activity, decimal From, decimal To, decimal OutOfThen, decimal OutOf, bool IsReleased)
{
    public bool IsOther => (From, OutOfThen) != (To, OutOf);
}
