using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Assessments;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Assess;

/// <summary>What a mentor makes of feedback, for those who give it.</summary>
/// <param name="Answer">To the released grade; none where it was not read yet.</param>
/// <param name="TakenUpIn">The later reflection in which it is taken up.</param>
/// <param name="TakenUp">Earlier feedback that is taken up here.</param>
public sealed record FeedbackBack(FeedbackAnswer? Answer, string? TakenUpIn, IReadOnlyList<TakenUp> TakenUp)
{
    public static FeedbackBack None { get; } = new(null, null, []);

    internal static async Task<FeedbackBack> ReadAsync(CourseDb db, AttemptOnDesk desk, CurrentMember grader, CancellationToken cancel)
    {
        var takenUp = await Shared.TakenUp.InAsync(db, desk.Activity.Id, desk.Author.Id, db.Activities.GradedBy(grader), cancel);
        if (desk.Assessment is not { IsReleased: true, Id: var released })
            return new FeedbackBack(null, null, takenUp);
        var found = await (from answer in db.FeedbackAnswers.AsNoTracking()
                           where answer.AssessmentId == released
                           join later in db.Activities on answer.TakenUpIn equals (Internship.Activities.ActivityId?)later.Id into laters
                           from later in laters.DefaultIfEmpty()
                           select new { answer, later.Title }).FirstOrDefaultAsync(cancel);
        return new FeedbackBack(found?.answer, found?.Title, takenUp);
    }
}
