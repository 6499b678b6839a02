using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Reflections;

/// <summary>What a mentor makes of feedback: reads it, answers it, takes it up in a later reflection.</summary>
public sealed class FeedbackDesk(CourseDb db, TimeProvider clock)
{
    /// <summary>Its mentor has it on the screen. What was released anew since is read anew.</summary>
    /// <param name="answer">As it is stored; none where it was not read yet.</param>
    public async Task<FeedbackAnswer> ReadAsync(Assessment released, FeedbackAnswer? answer, CancellationToken cancel)
    {
        if (answer is not null && answer.ReadAt >= released.ChangedAt && answer.ReadAt >= released.ReleasedAt)
            return answer;
        var now = clock.GetUtcNow();
        if (answer is null)
            db.Add(answer = new FeedbackAnswer { AssessmentId = released.Id, ReadAt = now });
        else
            answer.ReadAt = now;
        // Another tab may have been first: that it was read is written down then.
        return await db.TrySaveAsync(cancel) ? answer : await FindAsync(released, cancel);
    }

    /// <summary>As it is stored.</summary>
    public Task<FeedbackAnswer> FindAsync(Assessment released, CancellationToken cancel) => db.FeedbackAnswers.SingleAsync(answer => answer.AssessmentId == released.Id, cancel);

    /// <summary>False where another tab changed it meanwhile.</summary>
    public async Task<bool> SayAsync(FeedbackAnswer answer, string text, ActivityId? takenUpIn, int version, CancellationToken cancel)
    {
        if (answer.Version != version)
            return false;
        answer.Say(text, takenUpIn, clock.GetUtcNow());
        return await db.TrySaveAsync(cancel);
    }

    /// <summary>The reflections that a mentor has yet to hand in, in which feedback can be taken up; and the one in which it is.</summary>
    public async Task<IReadOnlyList<LaterReflection>> LaterAsync(Activity than, MemberId mentor, ActivityId? chosen, CancellationToken cancel)
    {
        var (course, self) = (than.CourseId, than.Id);
        return await (from activity in db.Activities
                      where activity.CourseId == course && activity.Kind == ActivityKind.Reflection && activity.Id != self
                      where activity.Id == chosen || !db.Submissions.Any(submission => submission.ActivityId == activity.Id && submission.MemberId == mentor
                          && (submission.State == WorkState.HandedIn || submission.State == WorkState.Graded))
                      orderby activity.DueAt == null, activity.DueAt, activity.CreatedAt
                      select new LaterReflection(activity.Id, activity.Title)).ToListAsync(cancel);
    }
}

public sealed record LaterReflection(ActivityId Id, string Title);
