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
public sealed record AttemptOnDesk(Attempt Attempt, Submission Submission, Activity Activity, Rubric Rubric, Member Author, Assessment? Assessment, Allowance? Allowance, string TimeZone)
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
    public async Task<bool> SaveAsync(AttemptOnDesk desk, IReadOnlyList<Mark> marks, string comment, MemberId grader, bool release, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var assessment = desk.Assessment;
        if (assessment is null)
        {
            assessment = Assessment.Begin(desk.Attempt, desk.Activity, desk.Rubric, grader, now);
            db.Add(assessment);
        }

        assessment.Write(marks, comment, grader, now);
        if (release)
        {
            assessment.Release(desk.Submission, desk.Attempt, desk.Activity, desk.Terms, desk.Zone, now);
            await outbox.WantAsync(desk.Activity, desk.Author, GradeNews.Of(assessment, desk.Attempt, now), cancel);
        }

        if (!await db.TrySaveAsync(cancel))
            return false;

        if (!release)
            return true;
        await LookAgainAsync(desk, now, cancel);
        outbox.RingAfterCommit();
        return true;
    }

    /// <summary>The attempts of the same activity that wait to be graded, in the order they came in.</summary>
    public async Task<IReadOnlyList<AttemptId>> WaitingAsync(ActivityId activity, CurrentMember grader, CancellationToken cancel) => await (
        from submission in db.Submissions
        where submission.ActivityId == activity
        join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
        where attempt.SetAsideAt == null && attempt.GradedAt == null
        join author in db.Members.SeenBy(grader) on submission.MemberId equals author.Id
        orderby attempt.HandedInAt, attempt.Id
        select attempt.Id).ToListAsync(cancel);

    /// <summary>A rule, a date or an extension that was saved while this was being released did not see it: then it is counted by what holds now.</summary>
    private async Task LookAgainAsync(AttemptOnDesk desk, DateTimeOffset now, CancellationToken cancel)
    {
        var (counting, terms) = (desk.Activity.Counting, desk.Terms);
        db.ChangeTracker.Clear();
        var activity = await db.Activities.SingleAsync(one => one.Id == desk.Activity.Id, cancel);
        var allowance = await db.Allowances.FirstOrDefaultAsync(one => one.ActivityId == activity.Id && one.MemberId == desk.Author.Id, cancel);
        if ((activity.Counting, activity.TermsFor(allowance)) == (counting, terms))
            return;
        await recount.AllAsync(activity, now, cancel);
        await db.SaveChangesAsync(cancel);
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
        join own in db.Courses on submission.CourseId equals own.Id
        select new AttemptOnDesk(row, submission, activity, rubric, author, assessment, allowance, own.TimeZone)).FirstOrDefaultAsync(cancel);
}
