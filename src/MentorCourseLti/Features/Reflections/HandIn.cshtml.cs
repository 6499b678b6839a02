using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Features.Files;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Submissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Reflections;

/// <summary>Shows the text once as the grader will see it, and hands it in.</summary>
public sealed class HandInModel(CourseDb db, HandInDesk handIns, AttachmentDesk attachments, IValidator<MarksForm> validator, TimeProvider clock, IStringLocalizer<HandInModel> text) : MemberPage
{
    private OwnReflection own = null!;

    public Activity Activity => own.Activity;

    public Submission Submission => own.Submission!;

    /// <summary>Where the mentor places it, where the activity asks.</summary>
    [BindProperty]
    public SelfAssessmentForm Form { get; set; } = new();

    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public bool IsLate { get; private set; }

    /// <summary>There is nothing to hand in now: it was, and it is not to be worked over.</summary>
    private bool IsHandedIn { get; set; }

    public string? Error { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await ReadAsync(id, cancel) ? IsHandedIn ? RedirectToPage("Write", new { id }) : await ShowAsync(cancel) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, int version, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        if (Activity.AsksSelfAssessment && !IsHandedIn)
            ModelState.AddErrors(nameof(Form), validator.Validate(Form));
        if (!ModelState.IsValid)
            return Page();
        var result = await handIns.HandInAsync(own, Files, Member, version, Activity.AsksSelfAssessment ? Form : null, cancel);
        if (result is HandInResult.HandedIn or HandInResult.AlreadyHandedIn)
            return RedirectToPage("Write", new { id });

        Error = text[result.GetType().Name];
        return await ReadAsync(id, cancel) ? Page() : NotFound();
    }

    /// <summary>A second attempt begins with what its author thought of the first.</summary>
    private async Task<PageResult> ShowAsync(CancellationToken cancel)
    {
        if (!Activity.AsksSelfAssessment)
            return Page();
        var submission = Submission.Id;
        var before = await (from attempt in db.Attempts
                            where attempt.SubmissionId == submission
                            join self in db.SelfAssessments on attempt.Id equals self.AttemptId
                            orderby attempt.Number descending
                            select self).FirstOrDefaultAsync(cancel);
        Form = SelfAssessmentForm.Of(Form.Criteria, before);
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (!Member.MayHandIn || await OwnReflection.FindAsync(db, id, Member.CourseId, Member.Id, cancel) is not { Submission: { } submission } found)
            return false;
        (own, Form.Criteria) = (found, found.Rubric.Criteria);
        Files = await attachments.OfDraftAsync(Activity.Id, Member.Id, cancel);
        var now = clock.GetUtcNow();
        // A second try is as late, or as timely, as the first was.
        IsLate = own.Terms.IsLate(submission.Current?.CountsFrom ?? now);
        IsHandedIn = submission.WritingRefusal(own.Terms, now) is DraftResult.AlreadyHandedIn;
        return true;
    }
}
