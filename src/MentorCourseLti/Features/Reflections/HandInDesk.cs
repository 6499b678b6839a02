using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Files;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Reflections;

/// <summary>Hands reflections in and takes them back. The gradebook hears of a hand-in by the same outbox as of a grade.</summary>
public sealed class HandInDesk(CourseDb db, AttachmentDesk attachments, GradeOutbox outbox, TimeProvider clock)
{
    /// <summary>None where the course has no such reflection, or nothing was written.</summary>
    /// <param name="self">Where the mentor places it, where the activity asks.</param>
    public Task<HandInResult?> HandInAsync(Guid activity, CurrentMember member, int version, SelfAssessmentForm? self, CancellationToken cancel) =>
        HandInAsync(activity, member, version, self, mayRetry: true, cancel);

    public async Task<TakeBackResult?> TakeBackAsync(Guid activity, CurrentMember member, CancellationToken cancel)
    {
        if (await OwnReflection.FindAsync(db, activity, member.CourseId, member.Id, cancel) is not { Submission: { } submission } own)
            return null;

        var result = submission.TakeBack(own.Terms, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancel);
            outbox.Changed(own.Activity.CourseId);
            outbox.RingAfterCommit();
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            // The grade was released at this very moment.
            db.ChangeTracker.Clear();
            return TakeBackResult.AlreadyGraded;
        }
    }

    private async Task<HandInResult?> HandInAsync(Guid activity, CurrentMember member, int version, SelfAssessmentForm? self, bool mayRetry, CancellationToken cancel)
    {
        if (await OwnReflection.FindAsync(db, activity, member.CourseId, member.Id, cancel) is not { Submission: { } submission } own)
            return null;

        var now = clock.GetUtcNow();
        var files = await attachments.OfDraftAsync(own.Activity.Id, member.Id, cancel);
        var result = submission.HandIn(version, [.. files.Select(file => file.Id)], own.Terms, now);
        if (result is not HandInResult.HandedIn handedIn)
            return result;

        db.Add(handedIn.Attempt);
        if (self?.For(handedIn.Attempt.Id) is { } placed)
            db.Add(placed);
        var person = await db.Members.SingleAsync(one => one.Id == member.Id, cancel);
        await outbox.WantAsync(own.Activity, person, GradeNews.Of(handedIn.Attempt, own.Activity), cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (mayRetry && db.IsCrossed(exception))
        {
            // The same form was sent twice at once, or the grade of the attempt before was corrected: looked at once more, it says which.
            db.ChangeTracker.Clear();
            return await HandInAsync(activity, member, version, self, mayRetry: false, cancel);
        }
        catch (DbUpdateException exception) when (db.IsCrossed(exception))
        {
            return new HandInResult.AlreadyHandedIn();
        }

        outbox.RingAfterCommit();
        return result;
    }
}
