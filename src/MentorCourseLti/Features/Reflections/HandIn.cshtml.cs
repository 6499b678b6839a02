using MentorCourseLti.Data;
using MentorCourseLti.Features.Files;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Submissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Reflections;

/// <summary>Shows the text once as the grader will see it, and hands it in.</summary>
public sealed class HandInModel(CourseDb db, HandInDesk handIns, AttachmentDesk attachments, TimeProvider clock, IStringLocalizer<HandInModel> text) : MemberPage
{
    public Activity Activity { get; private set; } = null!;

    public Submission Submission { get; private set; } = null!;

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public bool IsLate { get; private set; }

    /// <summary>There is nothing to hand in now: it was, and it is not to be worked over.</summary>
    private bool IsHandedIn { get; set; }

    public string? Error { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await ReadAsync(id, cancel) ? IsHandedIn ? RedirectToPage("Write", new { id }) : Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, int version, CancellationToken cancel)
    {
        if (!Member.MayHandIn || await handIns.HandInAsync(id, Member, version, cancel) is not { } result)
            return NotFound();
        if (result is HandInResult.HandedIn or HandInResult.AlreadyHandedIn)
            return RedirectToPage("Write", new { id });

        Error = text[result.GetType().Name];
        return await ReadAsync(id, cancel) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (!Member.MayHandIn || await OwnReflection.FindAsync(db, id, Member.CourseId, Member.Id, cancel) is not { Submission: { } submission } own)
            return false;
        (Activity, Submission) = (own.Activity, submission);
        Files = await attachments.OfDraftAsync(Activity.Id, Member.Id, cancel);
        var now = clock.GetUtcNow();
        // A second try is as late, or as timely, as the first was.
        IsLate = own.Terms.IsLate(submission.Current?.CountsFrom ?? now);
        IsHandedIn = submission.WritingRefusal(own.Terms, now) is DraftResult.AlreadyHandedIn;
        return true;
    }
}
