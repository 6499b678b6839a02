using MentorCourseLti.Data;
using MentorCourseLti.Hosting;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Reflections;

/// <summary>Saves drafts, whichever way they come: by script every few seconds, or by a button.</summary>
public sealed class DraftDesk(CourseDb db, TimeProvider clock)
{
    private const int MostTries = 3;

    /// <summary>None where the course has no such reflection.</summary>
    public async Task<DraftResult?> SaveAsync(Guid activity, CurrentMember member, string? text, int basedOn, CancellationToken cancel)
    {
        string clean = PlainText.Lines(text);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await TrySaveAsync(activity, member, clean, basedOn, cancel);
            }
            catch (DbUpdateException exception) when (attempt < MostTries && db.IsCrossed(exception))
            {
                // Two tabs saved at the same moment: look again at what there is now.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<DraftResult?> TrySaveAsync(Guid activity, CurrentMember member, string text, int basedOn, CancellationToken cancel)
    {
        if (await OwnReflection.FindAsync(db, activity, member.CourseId, member.Id, cancel) is not { } own)
            return null;

        var now = clock.GetUtcNow();
        var submission = own.Submission;
        if (submission is null)
        {
            submission = Submission.Begin(own.Activity, member.Id, now);
            db.Add(submission);
        }

        var result = submission.SaveDraft(text, basedOn, own.Terms, now);
        if (result is DraftResult.Saved)
            await db.SaveChangesAsync(cancel);
        return result;
    }
}
