using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Files;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Reflections;

/// <summary>Hands reflections in and takes them back. The gradebook hears of a hand-in by the same outbox as of a grade.</summary>
public sealed class HandInDesk(CourseDb db, AttachmentDesk attachments, GradeOutbox outbox, TimeProvider clock)
{
    /// <param name="files">Attached to the draft.</param>
    /// <param name="self">Where the mentor places it, where the activity asks.</param>
    internal async Task<HandInResult> HandInAsync(
        OwnReflection own, IReadOnlyList<Attachment> files, CurrentMember member, int version, SelfAssessmentForm? self, CancellationToken cancel)
    {
        if (await TryHandInAsync(own, files, member, version, self, cancel) is { } result)
            return result;
        // The same form was sent twice at once, or the grade of the attempt before was corrected: looked at once more, it says which.
        if (await OwnReflection.FindAsync(db, own.Activity.Id.Value, member.CourseId, member.Id, cancel) is not { Submission: not null } again)
            return new HandInResult.Closed();
        files = await attachments.OfDraftAsync(own.Activity.Id, member.Id, cancel);
        return await TryHandInAsync(again, files, member, version, self, cancel) ?? new HandInResult.AlreadyHandedIn();
    }

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

    /// <summary>None where it crossed with something else: then nothing is written.</summary>
    private async Task<HandInResult?> TryHandInAsync(
        OwnReflection own, IReadOnlyList<Attachment> files, CurrentMember member, int version, SelfAssessmentForm? self, CancellationToken cancel)
    {
        var result = own.Submission!.HandIn(version, [.. files.Select(file => file.Id)], own.Terms, clock.GetUtcNow());
        if (result is not HandInResult.HandedIn handedIn)
            return result;

        db.Add(handedIn.Attempt);
        if (self?.For(handedIn.Attempt.Id) is { } placed)
            db.Add(placed);
        var person = await db.Members.SingleAsync(one => one.Id == member.Id, cancel);
        await outbox.WantAsync(own.Activity, person, GradeNews.Of(handedIn.Attempt, own.Activity), cancel);
        if (!await db.TrySaveAsync(cancel))
            return null;
        outbox.RingAfterCommit();
        return result;
    }
}
