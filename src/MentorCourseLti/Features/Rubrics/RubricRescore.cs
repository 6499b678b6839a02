using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>Grades that used levels which count otherwise now: they stay as they were until somebody wants them counted anew.</summary>
public sealed class RubricRescore(CourseDb db, GradeOutbox outbox, TimeProvider clock)
{
    public async Task<IReadOnlyList<RescoredGrade>> PreviewAsync(Rubric rubric, CourseTime time, CancellationToken cancel) =>
        [.. (await WorksOf(rubric).AsNoTracking().ToListAsync(cancel)).Where(work => work.Assessment.IsRescoredBy(rubric.Criteria)).Select(work => Of(work, rubric, time)).Where(grade => grade.IsOther)];

    /// <summary>How many came out otherwise; none where another grader came first: then nothing is written.</summary>
    public async Task<int?> ApplyAsync(Rubric rubric, CourseTime time, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var works = await WorksOf(rubric).ToListAsync(cancel);
        // A newer grade counts, even where it was given by the new points already.
        var counting = works.ThatCount().ToHashSet();
        var rescored = works.FindAll(work => work.Assessment.IsRescoredBy(rubric.Criteria));
        var others = rescored.FindAll(work => Of(work, rubric, time).IsOther);
        foreach (var work in rescored)
            work.Assessment.Rescore(rubric.Criteria, work.Attempt, work.Activity, work.Activity.TermsFor(work.Allowance), time.Zone);
        foreach (var ofActivity in others.Where(counting.Contains).GroupBy(work => work.Activity))
            await outbox.WantAllAsync(ofActivity.Key, [.. ofActivity.Select(work => (work.Author, GradeNews.Of(work.Assessment, work.Attempt, now)))], cancel);
        if (!await db.TrySaveAsync(cancel))
            return null;
        outbox.RingAfterCommit();
        return others.Count;
    }

    private static RescoredGrade Of(AssessedWork work, Rubric rubric, CourseTime time)
    {
        var (assessment, activity) = (work.Assessment, work.Activity);
        bool isReleased = assessment.IsReleased;
        string? name = activity.ShowsAuthor(isReleased) ? work.Author.Name : null;
        var (points, total) = assessment.PointsBy(rubric.Criteria);
        if (!isReleased)
            return new RescoredGrade(name, activity.Title, assessment.RubricPoints, points, assessment.RubricTotal, total, IsReleased: false);
        decimal after = activity.Counting.Of(activity.Counting.EarnedOf(points, total), activity.TermsFor(work.Allowance).DueAt, work.Attempt.CountsFrom, time.Zone).Score;
        return new RescoredGrade(name, activity.Title, assessment.Score ?? 0, after, activity.Points, activity.Points, IsReleased: true);
    }

    private IQueryable<AssessedWork> WorksOf(Rubric rubric) =>
        db.AssessedWork(db.Activities.Where(activity => activity.RubricId == rubric.Id), db.Members).Where(work => work.Attempt.SetAsideAt == null || work.Attempt.GradedAt != null)
            .OrderBy(work => work.Activity.DueAt == null).ThenBy(work => work.Activity.DueAt).ThenBy(work => work.Activity.CreatedAt).ThenBy(work => work.Author.Name).ThenBy(work => work.Attempt.Number);
}

/// <summary>A grade that comes out otherwise by what levels count now.</summary>
/// <param name="Name">None where its activity is graded without names.</param>
/// <param name="IsReleased">Else it is a draft, of which only graders know.</param>
public sealed record RescoredGrade(string? Name, string Activity, decimal From, decimal To, decimal OutOfThen, decimal OutOf, bool IsReleased)
{
    public bool IsOther => (From, OutOfThen) != (To, OutOf);
}
