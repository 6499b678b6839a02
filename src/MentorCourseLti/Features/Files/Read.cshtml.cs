using MentorCourseLti.Data;
using MentorCourseLti.Data.Files;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Attachments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Files;

/// <summary>Gives out one file: shown where that is safe, downloaded otherwise.</summary>
public sealed class ReadModel(CourseDb db, FileStore store, TimeProvider clock) : MemberPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, bool download, CancellationToken cancel)
    {
        if (await FindAsync(new AttachmentId(id), cancel) is not { } attachment || !System.IO.File.Exists(store.PathOf(attachment.Id)))
            return NotFound();

        bool isShown = !download && attachment.Kind.Use is not FileUse.Download;
        SecurityHeaders.OnlyShow(HttpContext, isReader: attachment.Kind.Use is FileUse.Reader);
        // The header's ASCII form and its UTF-8 form, quoted as RFC 6266 wants them, are ASP.NET Core's to write.
        var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        disposition.SetHttpFileName(attachment.Name);
        Response.Headers.ContentDisposition = disposition.ToString();
        return new PhysicalFileResult(store.PathOf(attachment.Id), attachment.Kind.MediaType) { EnableRangeProcessing = true };
    }

    /// <summary>What the course gives to read is everybody's; what goes with a mentor's work is theirs and their graders'.</summary>
    private async Task<Attachment?> FindAsync(AttachmentId id, CancellationToken cancel)
    {
        var attachment = await db.Attachments.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && one.CourseId == Member.CourseId, cancel);
        if (attachment is null)
            return null;
        if (attachment.SubmissionId is not { } submission)
            return await IsAheadAsync(attachment, cancel) ? null : attachment;
        if (attachment.AddedBy == Member.Id)
            return attachment;
        // A draft is nobody else's; neither are the files with it.
        bool isTheirs = Member.Supervises && await db.Members.FirstOrDefaultAsync(mentor => mentor.Id == attachment.AddedBy, cancel) is { } author && Member.LooksAfter(author);
        bool isHandedIn = isTheirs
            && (await db.Attempts.Where(attempt => attempt.SubmissionId == submission && attempt.SetAsideAt == null).Select(attempt => attempt.Files).ToListAsync(cancel))
                .Exists(files => files.Contains(id));
        return isHandedIn ? attachment : null;
    }

    /// <summary>Before an activity opens, what it gives to read is its instructors' alone.</summary>
    private async Task<bool> IsAheadAsync(Attachment attachment, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return !Member.Supervises && await db.Activities.AnyAsync(activity => activity.Id == attachment.ActivityId && activity.OpensAt > now, cancel);
    }
}
