using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Features.Files;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Submissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Assess;

/// <summary>One attempt with its text beside the rubric.</summary>
public sealed class AttemptModel(CourseDb db, AssessDesk assess, AttachmentDesk attachments, IValidator<AssessForm> validator, IStringLocalizer<AttemptModel> text) : MemberPage
{
    public AttemptOnDesk Desk { get; private set; } = null!;

    [BindProperty]
    public AssessForm Form { get; set; } = new();

    /// <summary>What another grader saved while this form was being filled in.</summary>
    public Assessment? Theirs { get; private set; }

    public string? OtherGrader { get; private set; }

    /// <summary>The other attempts of this activity that wait, in order.</summary>
    public IReadOnlyList<AttemptId> Others { get; private set; } = [];

    /// <summary>What was handed in with the text.</summary>
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>Set after a release: whose it was.</summary>
    [BindProperty(SupportsGet = true, Name = "released")]
    public Guid? Released { get; set; }

    public bool IsSaved { get; private set; }

    /// <summary>A leader reads; grading is the leader's only where the instructor said so.</summary>
    public bool MayGrade => Member.MayAssess || Desk.Activity.LeadersGrade;

    /// <summary>The form shows what was filled in and is not stored.</summary>
    public bool IsUnsaved => Theirs is not null || !ModelState.IsValid;

    public async Task<IActionResult> OnGetAsync(Guid id, bool saved, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        Form = AssessForm.Of(Desk);
        IsSaved = saved;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel) || !MayGrade)
            return NotFound();
        if (Form.Version != Desk.Version)
            return await ShowOtherGraderAsync(cancel);

        var marks = Form.Marks(Desk.Criteria);
        Check(marks);
        if (!ModelState.IsValid)
            return Page();

        // What is released stays released: a change of it is released at once, never hidden from the mentor.
        bool release = Form.IsRelease || Desk.Assessment?.IsReleased == true;
        if (!await assess.SaveAsync(Desk, marks, PlainText.Lines(Form.Comment), Member.Id, release, cancel))
            return await ReadAsync(id, cancel) ? await ShowOtherGraderAsync(cancel) : NotFound();

        if (!release)
            return RedirectToPage(new { id, saved = true });
        return Others.Count > 0
            ? RedirectToPage(new { id = Others[0].Value, released = id })
            : RedirectToPage("Index", new { id = Desk.Activity.Id.Value, released = true });
    }

    private void Check(IReadOnlyList<Mark> marks)
    {
        ModelState.AddErrors(nameof(Form), validator.Validate(Form));
        if (!Form.IsRelease)
            return;
        for (int i = 0; i < Desk.Criteria.Count; i++)
        {
            if (Desk.Criteria[i].Levels.Count > 0 && marks[i].Level is null)
                ModelState.AddModelError($"{nameof(Form)}.Levels[{i}]", text["Unmarked"]);
        }
    }

    /// <summary>The second of two graders sees the first's and chooses; what was typed here stays in the form.</summary>
    private async Task<IActionResult> ShowOtherGraderAsync(CancellationToken cancel)
    {
        Theirs = Desk.Assessment;
        OtherGrader = Theirs is null ? null : await db.Members.Where(member => member.Id == Theirs.GraderId).Select(member => member.Name).FirstOrDefaultAsync(cancel);
        Form.Version = Desk.Version;
        ModelState.Remove($"{nameof(Form)}.{nameof(Form.Version)}");
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (await assess.FindAsync(id, Member, cancel) is not { } found)
            return false;
        Desk = found;
        Files = await attachments.OfAttemptAsync(found.Attempt, cancel);
        if (MayGrade)
            Others = [.. (await assess.WaitingAsync(found.Activity.Id, Member, cancel)).Where(other => other != found.Attempt.Id)];
        return true;
    }
}
