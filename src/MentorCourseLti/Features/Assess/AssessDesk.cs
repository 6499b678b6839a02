using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Assess;

/// <summary>One attempt on the grader's desk.</summary>
public sealed record AttemptOnDesk(Attempt Attempt, Submission Submission, Activity Activity, Rubric Rubric, Member Author, Assessment? Assessment, SelfAssessment? Self, Allowance? Allowance, string TimeZone)
{
    /// <summary>The rubric to grade with: the one that was used where grading has begun.</summary>
    public IReadOnlyList<Criterion> Criteria => Assessment?.RubricThen ?? Rubric.Criteria;

    /// <summary>The activity's times for the author.</summary>
    public OwnTerms Terms => Activity.TermsFor(Allowance);

    public TimeZoneInfo Zone => new CourseTime(TimeZone).Zone;

    /// <summary>What lateness takes from its score; as it is graded now, or from full points where it is not.</summary>
    public Lateness? WouldLose => Assessment?.IsReleased is true ? Assessment.Lateness : Activity.Counting.Of(Activity.Points, Terms.DueAt, Attempt.CountsFrom, Zone).Lateness;

    public int Version => Assessment?.Version ?? 0;
}

/// <summary>Saves and releases assessments. A released grade and its delivery are written in one transaction.</summary>
public sealed class AssessDesk(CourseDb db, GradeOutbox outbox, GradeRecount recount, TimeProvider clock)
{
    /// <summary>None where the course has no such attempt, its author took it back, or is not the reader's to look after.</summary>
    public async Task<AttemptOnDesk?> FindAsync(Guid attempt, CurrentMember reader, CancellationToken cancel) =>
        reader.Supervises && await FindAsync(attempt, reader.CourseId, cancel) is { } found && reader.LooksAfter(found.Author) ? found : null;

    /// <summary>Adds what the grader says. False where another grader saved meanwhile: nothing is written.</summary>
    public async Task<bool> SaveAsync(AttemptOnDesk desk, Verdict verdict, MemberId grader, bool release, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var assessment = desk.Assessment;
        if (assessment is null)
        {
            assessment = Assessment.Begin(desk.Attempt, desk.Activity, desk.Rubric, grader, now);
            db.Add(assessment);
        }

        assessment.Write(verdict, grader, now);
        if (release)
        {
            assessment.Release(desk.Submission, desk.Attempt, desk.Activity, desk.Terms, desk.Zone, now);
            await outbox.WantAsync(desk.Activity, desk.Author, GradeNews.Of(assessment, desk.Attempt, now), cancel);
        }

        if (!await db.TrySaveAsync(cancel))
            return false;

        if (!release)
            return true;
        await recount.LookAgainAsync(desk.Activity, new Dictionary<MemberId, OwnTerms> { [desk.Author.Id] = desk.Terms }, now, cancel);
        outbox.RingAfterCommit();
        return true;
    }

    /// <summary>What its author handed in the time before.</summary>
    public Task<Attempt?> BeforeAsync(Attempt attempt, CancellationToken cancel)
    {
        var (submission, number) = (attempt.SubmissionId, attempt.Number);
        return db.Attempts.AsNoTracking().Where(one => one.SubmissionId == submission && one.Number < number).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The grade is released no longer. False where a newer attempt or another grader came first: nothing is written.</summary>
    public async Task<bool> TakeBackAsync(AttemptOnDesk desk, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (desk.Assessment is not { IsReleased: true } assessment)
            return false;
        assessment.TakeBack(desk.Submission, desk.Attempt);
        if (await EarlierAsync(desk, cancel) is var (earlier, graded))
            await outbox.WantAsync(desk.Activity, desk.Author, GradeNews.Of(earlier, graded, now), cancel);
        else
            await outbox.TakeBackAsync(desk.Activity, desk.Author, GradeNews.Of(desk.Attempt, desk.Activity) with { ChangedAt = now }, cancel);
        if (!await db.TrySaveAsync(cancel))
            return false;
        outbox.RingAfterCommit();
        return true;
    }

    /// <summary>The grade that counts again where that of a second attempt is taken back.</summary>
    private async Task<(Assessment, Attempt)?> EarlierAsync(AttemptOnDesk desk, CancellationToken cancel)
    {
        var earlier = await (from attempt in db.Attempts
                             where attempt.SubmissionId == desk.Submission.Id && attempt.Number < desk.Attempt.Number && attempt.GradedAt != null
                             join assessment in db.Assessments on attempt.Id equals assessment.AttemptId
                             where assessment.ReleasedAt != null
                             orderby attempt.Number descending
                             select new { assessment, attempt }).FirstOrDefaultAsync(cancel);
        return earlier is null ? null : (earlier.assessment, earlier.attempt);
    }

    private async Task<AttemptOnDesk?> FindAsync(Guid attempt, CourseId course, CancellationToken cancel) => await (
        from row in db.Attempts
        where row.Id == new AttemptId(attempt) && row.SetAsideAt == null
        join submission in db.Submissions on row.SubmissionId equals submission.Id
        where submission.CourseId == course
        join activity in db.Activities on submission.ActivityId equals activity.Id
        join rubric in db.Rubrics on activity.RubricId equals (RubricId?)rubric.Id
        join author in db.Members on submission.MemberId equals author.Id
        join assessment in db.Assessments on row.Id equals assessment.AttemptId into assessments
        from assessment in assessments.DefaultIfEmpty()
        join allowance in db.Allowances on new { submission.ActivityId, submission.MemberId } equals new { allowance.ActivityId, allowance.MemberId } into allowances
        from allowance in allowances.DefaultIfEmpty()
        join self in db.SelfAssessments on row.Id equals self.AttemptId into selves
        from self in selves.DefaultIfEmpty()
        join own in db.Courses on submission.CourseId equals own.Id
        select new AttemptOnDesk(row, submission, activity, rubric, author, assessment, self, allowance, own.TimeZone)).FirstOrDefaultAsync(cancel);
}
