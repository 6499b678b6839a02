using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Assess;

/// <summary>Grades that are complete and held back, to be released together.</summary>
public sealed class HeldGrades(CourseDb db, GradeOutbox outbox, GradeRecount recount, TimeProvider clock)
{
    public async Task<int> CountAsync(ActivityId activity, CurrentMember grader, CancellationToken cancel) =>
        (await Held(activity, grader).Select(row => row.Assessment).AsNoTracking().ToListAsync(cancel)).Count(IsComplete);

    /// <summary>How many were released; none where another grader came first: then nothing is written.</summary>
    public async Task<int?> ReleaseAsync(Activity activity, CurrentMember grader, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var zone = new CourseTime(grader.TimeZone).Zone;
        var held = (await Held(activity.Id, grader).ToListAsync(cancel)).FindAll(row => IsComplete(row.Assessment));
        var terms = new Dictionary<MemberId, OwnTerms>();
        foreach (var row in held)
        {
            var own = terms[row.Author.Id] = activity.TermsFor(row.Allowance);
            row.Assessment.Release(row.Submission, row.Attempt, activity, own, zone, now);
            await outbox.WantAsync(activity, row.Author, GradeNews.Of(row.Assessment, row.Attempt, now), cancel);
        }

        if (!await db.TrySaveAsync(cancel))
            return null;
        await recount.LookAgainAsync(activity, terms, now, cancel);
        outbox.RingAfterCommit();
        return held.Count;
    }

    private static bool IsComplete(Assessment assessment) => assessment.Unmarked().Count == 0;

    private IQueryable<HeldGrade> Held(ActivityId activity, CurrentMember grader) =>
        from submission in db.Submissions
        where submission.ActivityId == activity && submission.State == WorkState.HandedIn
        join author in db.Members.SeenBy(grader) on submission.MemberId equals author.Id
        join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
        where attempt.SetAsideAt == null && attempt.GradedAt == null
        join assessment in db.Assessments on attempt.Id equals assessment.AttemptId
        join allowance in db.Allowances on new { submission.ActivityId, submission.MemberId } equals new { allowance.ActivityId, allowance.MemberId } into allowances
        from allowance in allowances.DefaultIfEmpty()
        select new HeldGrade { Submission = submission, Attempt = attempt, Author = author, Assessment = assessment, Allowance = allowance };

    private sealed class HeldGrade
    {
        public required Submission Submission { get; init; }

        public required Attempt Attempt { get; init; }

        public required Member Author { get; init; }

        public required Assessment Assessment { get; init; }

        public required Allowance? Allowance { get; init; }
    }
}
