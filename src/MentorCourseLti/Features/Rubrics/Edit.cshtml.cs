using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>A rubric to edit, with what mentors will see beside it. Assessments that exist keep the rubric as it was.</summary>
public sealed class EditModel(CourseDb db, RubricDesk desk, RubricLine line, IValidator<RubricForm> validator, IStringLocalizer<EditModel> text) : MemberPage
{
    [BindProperty]
    public RubricForm Form { get; set; } = new();

    /// <summary>None for a new one.</summary>
    public Rubric? Rubric { get; private set; }

    /// <summary>The activities that are judged by it.</summary>
    public IReadOnlyList<Use> Uses { get; private set; } = [];

    /// <summary>What has a name already.</summary>
    public IReadOnlyList<Criterion> Preview => [.. Form.ToCriteria().Where(criterion => criterion.Title.Length > 0)];

    public bool IsSaved { get; private set; }

    /// <summary>Set after grades were counted anew: how many.</summary>
    public int? Rescored { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, bool saved, int? rescored, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        (IsSaved, Rescored) = (saved, rescored);
        Form = Rubric is { } rubric ? RubricForm.Of(rubric) : new RubricForm { Title = text["DefaultTitle"], Criteria = [CriterionForm.New()] };
        return Page();
    }

    /// <param name="go">What was pressed: <c>save</c>, or a change of the form's shape.</param>
    public async Task<IActionResult> OnPostAsync(Guid? id, string? go, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        if (go != "save")
        {
            Form.Act(go ?? "");
            // The fields have other numbers now.
            ModelState.Clear();
            return Page();
        }

        ModelState.AddErrors(nameof(Form), await validator.ValidateAsync(Form, cancel));
        if (!ModelState.IsValid)
            return Page();

        string title = RubricForm.Line(Form.Title);
        if (Rubric is not { } known)
        {
            var made = desk.Add(Member, title, Form.ToCriteria());
            await db.SaveChangesAsync(cancel);
            return RedirectToPage(new { id = made.Id.Value, saved = true });
        }

        switch (await desk.ChangeAsync(known, Form.Version, title, Form.ToCriteria(await line.EverAsync(known, cancel)), Member, cancel))
        {
            case RubricChange.Crossed:
                ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Title)}", text["ChangedMeanwhile"]);
                return Page();
            case RubricChange.CountsOtherwise:
                return RedirectToPage("Rescore", new { id });
            default:
                return RedirectToPage(new { id, saved = true });
        }
    }

    private async Task<bool> ReadAsync(Guid? id, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return false;
        if (id is not { } given)
            return true;
        Rubric = await desk.FindAsync(Member, given, cancel);
        Uses = await db.Activities.AsNoTracking().Where(activity => activity.RubricId == new RubricId(given)).OrderBy(activity => activity.DueAt)
            .Select(activity => new Use(activity.Id, activity.Title, activity.Points)).ToListAsync(cancel);
        return Rubric is not null;
    }

    public sealed record Use(ActivityId Id, string Title, decimal Points);
}
