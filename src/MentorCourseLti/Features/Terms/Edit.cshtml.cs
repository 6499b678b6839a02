using FluentValidation;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Terms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Terms;

/// <summary>First day, weeks and days off of the term. What moves by it is shown before it does.</summary>
public sealed class EditModel(TermDesk desk, IValidator<ChangeForm> validator, IStringLocalizer<EditModel> text) : MemberPage
{
    [BindProperty]
    public ChangeForm Form { get; set; } = new();

    public Term Term { get; private set; } = null!;

    /// <summary>What saving would move; none where it was not asked yet.</summary>
    public IReadOnlyList<TermMove>? Moves { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
            return NotFound();
        TermForm.Fill(Form, Term.Calendar);
        Form.Version = Term.Version;
        Form.AddEmptyBreaks();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? confirmed, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
            return NotFound();
        ModelState.AddErrors(nameof(Form), await validator.ValidateAsync(Form, cancel));
        Form.AddEmptyBreaks();
        if (!ModelState.IsValid)
            return Page();
        var calendar = Form.Calendar();
        if (await desk.FindOutsideAsync(Member, calendar, cancel) is { } outside)
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(TermForm.Weeks)}", text["Outside", outside.Title, outside.Place!.Week]);
            return Page();
        }

        Moves = await desk.MovesAsync(Member, calendar, cancel);
        // Confirmed is this calendar with these moves, and no other.
        if (Moves.Count > 0 && confirmed != TermDesk.DigestOf(calendar, Moves))
            return Page();
        if (await desk.ChangeAsync(Member, Term, Form.Version, calendar, cancel))
            return RedirectToPage("Index");
        ModelState.AddModelError($"{nameof(Form)}.{nameof(TermForm.StartsOn)}", text["ChangedMeanwhile"]);
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess || await desk.FindAsync(Member.CourseId, cancel) is not { } term)
            return false;
        Term = term;
        return true;
    }
}
