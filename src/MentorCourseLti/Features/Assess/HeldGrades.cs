using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Assess;

/// <summary>Grades that are complete and held back, to be released together.</summary>
public sealed class HeldGrades(CourseDb db, GradeOutbox outbox, GradeRecount recount, TimeProvider clock)
{
    public async Task<int> CountAsync(ActivityId activity, CurrentMember grader, CancellationToken cancel) =>
        (await Held(activity, grader).Select(work => new { work.Assessment.RubricThen, work.Assessment.Marks }).ToListAsync(cancel)).Count(one => one.RubricThen.IsMarkedBy(one.Marks));

    /// <summary>How many were released; none where another grader came first: then nothing is written.</summary>
    public async Task<int?> ReleaseAsync(Activity activity, CurrentMember grader, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var zone = new CourseTime(grader.TimeZone).Zone;
        var held = (await Held(activity.Id, grader).ToListAsync(cancel)).FindAll(work => work.Assessment.IsComplete);
        var terms = held.ToDictionary(work => work.Author.Id, work => activity.TermsFor(work.Allowance));
        foreach (var work in held)
            work.Assessment.Release(work.Submission, work.Attempt, activity, terms[work.Author.Id], zone, now);
        await outbox.WantAllAsync(activity, held.ConvertAll(work => (work.Author, GradeNews.Of(work.Assessment, work.Attempt, now))), cancel);
        if (!await db.TrySaveAsync(cancel))
            return null;
        await recount.LookAgainAsync(activity, terms, now, cancel);
        outbox.RingAfterCommit();
        return held.Count;
    }

    /// <summary>What lies open before another grader is not done: drafts save themselves.</summary>
    private IQueryable<AssessedWork> Held(ActivityId activity, CurrentMember grader)
    {
        var (me, now) = (grader.Id, clock.GetUtcNow());
        return db.AssessedWork(db.Activities.Where(one => one.Id == activity), db.Members.SeenBy(grader)).Where(work => work.Submission.State == WorkState.HandedIn
            && work.Attempt.SetAsideAt == null && work.Attempt.GradedAt == null && !db.GradingLeases.Any(lease => lease.AttemptId == work.Attempt.Id && lease.HolderId != me && lease.Until > now));
    }
}
