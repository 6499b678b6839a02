using MentorCourseLti.Data;
using MentorCourseLti.Data.Files;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Files;

/// <summary>Attaches files to what an activity gives to read, and to a mentor's draft.</summary>
public sealed class AttachmentDesk(CourseDb db, FileStore store, FilesOptions options, TimeProvider clock)
{
    private const int MostTries = 3;
    private const int LongestName = 200;

    public bool IsOffered => options.MostFiles > 0;

    public FilesToChange ToChange(IReadOnlyList<Attachment> files, AttachmentProblem? problem) => new(files, options, problem);

    /// <summary>What an activity gives everybody to read.</summary>
    public async Task<IReadOnlyList<Attachment>> OfInstructionsAsync(ActivityId activity, CancellationToken cancel) => await db.Attachments.AsNoTracking()
        .Where(attachment => attachment.ActivityId == activity && attachment.SubmissionId == null && attachment.RemovedAt == null)
        .OrderBy(attachment => attachment.AddedAt).ToListAsync(cancel);

    /// <summary>What stands with a mentor's draft.</summary>
    public async Task<IReadOnlyList<Attachment>> OfDraftAsync(ActivityId activity, MemberId member, CancellationToken cancel) => await db.Attachments.AsNoTracking()
        .Where(attachment => attachment.ActivityId == activity && attachment.SubmissionId != null && attachment.AddedBy == member && attachment.RemovedAt == null)
        .OrderBy(attachment => attachment.AddedAt).ToListAsync(cancel);

    /// <summary>What was handed in with an attempt.</summary>
    public async Task<IReadOnlyList<Attachment>> OfAttemptAsync(Attempt attempt, CancellationToken cancel) => attempt.Files.Count == 0
        ? []
        : await db.Attachments.AsNoTracking().Where(attachment => attempt.Files.Contains(attachment.Id)).OrderBy(attachment => attachment.AddedAt).ToListAsync(cancel);

    /// <summary>Adds a file to what an activity gives to read, or removes one. Returns what is in the way; none where it is done.</summary>
    public async Task<AttachmentProblem?> ChangeInstructionsAsync(Activity activity, MemberId member, IFormFile? file, Guid? remove, CancellationToken cancel)
    {
        if (remove is not { } removed)
            return await AddToInstructionsAsync(activity, member, file, cancel);
        await RemoveFromInstructionsAsync(activity, new AttachmentId(removed), cancel);
        return null;
    }

    /// <summary>Adds a file to a mentor's draft, or removes one.</summary>
    public Task<AttachmentProblem?> ChangeDraftAsync(Activity activity, MemberId member, IFormFile? file, Guid? remove, CancellationToken cancel) => remove is { } removed
        ? RemoveFromDraftAsync(activity, member, new AttachmentId(removed), cancel)
        : AddToDraftAsync(activity, member, file, cancel);

    private Task<AttachmentProblem?> AddToInstructionsAsync(Activity activity, MemberId member, IFormFile? file, CancellationToken cancel) =>
        StoreAsync(file, stored => TryAddAsync(activity, submission: null, member, stored, cancel), cancel);

    /// <summary>A draft may begin with a file.</summary>
    private Task<AttachmentProblem?> AddToDraftAsync(Activity activity, MemberId member, IFormFile? file, CancellationToken cancel) => StoreAsync(file, async stored =>
    {
        var submission = await db.Submissions.Include(one => one.Attempts).FirstOrDefaultAsync(one => one.ActivityId == activity.Id && one.MemberId == member, cancel);
        if (submission is null)
        {
            submission = Submission.Begin(activity, member, clock.GetUtcNow());
            db.Add(submission);
        }

        return await ProblemOfAsync(submission, activity, cancel) ?? await TryAddAsync(activity, submission.Id, member, stored, cancel);
    }, cancel);

    private async Task RemoveFromInstructionsAsync(Activity activity, AttachmentId id, CancellationToken cancel)
    {
        using (await db.WriteTurnAsync(cancel))
            await db.Attachments.Where(attachment => attachment.Id == id && attachment.ActivityId == activity.Id && attachment.SubmissionId == null).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Takes a file from a draft. An attempt that was handed in with it, and taken back, keeps it.</summary>
    private async Task<AttachmentProblem?> RemoveFromDraftAsync(Activity activity, MemberId member, AttachmentId id, CancellationToken cancel)
    {
        var submission = await db.Submissions.Include(one => one.Attempts).FirstOrDefaultAsync(one => one.ActivityId == activity.Id && one.MemberId == member, cancel);
        if (submission is null)
            return null;
        if (await ProblemOfAsync(submission, activity, cancel) is { } problem)
            return problem;
        if (await db.Attachments.FirstOrDefaultAsync(one => one.Id == id && one.SubmissionId == submission.Id && one.RemovedAt == null, cancel) is not { } attachment)
            return null;

        if (submission.Attempts.Any(attempt => attempt.Files.Contains(attachment.Id)))
            attachment.RemovedAt = clock.GetUtcNow();
        else
            db.Remove(attachment);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private async Task<AttachmentProblem?> ProblemOfAsync(Submission submission, Activity activity, CancellationToken cancel)
    {
        var allowance = await db.Allowances.AsNoTracking().FirstOrDefaultAsync(one => one.ActivityId == activity.Id && one.MemberId == submission.MemberId, cancel);
        return ProblemOf(submission.WritingRefusal(activity.TermsFor(allowance), clock.GetUtcNow()));
    }

    private static AttachmentProblem? ProblemOf(DraftResult? refusal) => refusal switch
    {
        null => null,
        DraftResult.AlreadyHandedIn => AttachmentProblem.HandedIn,
        DraftResult.NotOpen => AttachmentProblem.NotOpen,
        _ => AttachmentProblem.Closed,
    };

    private async Task<AttachmentProblem?> StoreAsync(IFormFile? file, Func<NamedFile, Task<AttachmentProblem?>> add, CancellationToken cancel)
    {
        if (file is null)
            return AttachmentProblem.NothingChosen;
        if (file.Length == 0)
            return AttachmentProblem.Empty;
        if (file.Length > options.MostBytes)
            return AttachmentProblem.TooLarge;

        var id = AttachmentId.New(clock.GetUtcNow());
        StoredFile stored;
        await using (var content = file.OpenReadStream())
            stored = await store.StoreAsync(id, content, cancel);
        if (stored.Kind is not { } kind)
            return AttachmentProblem.UnknownKind;

        string name = NameOf(file);
        var problem = kind.MayBeNamed(name) ? await InTurnAsync(() => add(new NamedFile(id, kind.Complete(name), kind, stored))) : AttachmentProblem.NamedOtherwise;
        if (problem is not null)
            store.Delete(id);
        return problem;
    }

    /// <summary>Another file may take the place at this moment, or another tab begin the draft: then once more, with what is there now.</summary>
    private async Task<AttachmentProblem?> InTurnAsync(Func<Task<AttachmentProblem?>> add)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await add();
            }
            catch (DbUpdateException exception) when (attempt < MostTries && db.IsDuplicate(exception))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<AttachmentProblem?> TryAddAsync(Activity activity, SubmissionId? submission, MemberId member, NamedFile file, CancellationToken cancel)
    {
        var taken = await db.Attachments
            .Where(one => one.ActivityId == activity.Id && one.SubmissionId == submission && one.RemovedAt == null)
            .Select(one => one.Place).ToListAsync(cancel);
        if (Enumerable.Range(1, options.MostFiles).Except(taken).FirstOrDefault() is not (> 0 and var place))
            return AttachmentProblem.TooMany;

        db.Add(new Attachment
        {
            Id = file.Id,
            CourseId = activity.CourseId,
            ActivityId = activity.Id,
            SubmissionId = submission,
            AddedBy = member,
            Name = file.Name,
            Kind = file.Kind,
            Size = file.Stored.Size,
            Digest = file.Stored.Digest,
            Place = place,
            AddedAt = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>Without the folders that some browsers send along.</summary>
    private static string NameOf(IFormFile file) => PlainText.Line(file.FileName.Split('/', '\\')[^1], LongestName) ?? "file";

    private sealed record NamedFile(AttachmentId Id, string Name, FileKind Kind, StoredFile Stored);
}
