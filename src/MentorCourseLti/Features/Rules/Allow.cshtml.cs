using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Rules;

/// <summary>An extension for one mentor, or an excuse. Where a grade would count otherwise, that is shown before it does.</summary>
public sealed class AllowModel(CourseDb db, AllowanceDesk desk, GradeRecount recount, IValidator<AllowanceForm> validator, IStringLocalizer<AllowModel> text) : MemberPage
{
    public Activity Activity { get; private set; } = null!;

    public Member Mentor { get; private set; } = null!;

    public Allowance? Allowance { get; private set; }

    [BindProperty]
    public AllowanceForm Form { get; set; } = new();

    /// <summary>A released grade that saving would change; shown before it does.</summary>
    public GradeMove? Move { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid mentor, CancellationToken cancel)
    {
        if (!await ReadAsync(id, mentor, cancel))
            return NotFound();
        Form = AllowanceForm.Of(Allowance, Time);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid mentor, decimal? confirmed, CancellationToken cancel)
    {
        if (!await ReadAsync(id, mentor, cancel))
            return NotFound();
        ModelState.AddErrors(nameof(Form), await validator.ValidateAsync(Form, cancel));
        if (!ModelState.IsValid)
            return Page();
        _ = Time.TryRead(Form.Due, out var due);
        // One that was given before everybody's date moved may stay as it is.
        if (due <= Activity.DueAt && due != Allowance?.DueAt)
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(AllowanceForm.Due)}", text["NotLater", Time.Moment(Activity.DueAt.Value)]);
            return Page();
        }

        Move = await recount.PreviewAsync(Activity, Mentor.Id, due ?? Activity.DueAt, cancel);
        if (Move is { } move && confirmed != move.To)
            return Page();
        if (await desk.GiveAsync(Activity, Mentor, Form, due, Member, cancel))
            return RedirectToPage("/Assess/Index", new { id });
        ModelState.AddModelError($"{nameof(Form)}.{nameof(AllowanceForm.Due)}", text["ChangedMeanwhile"]);
        return Page();
    }

    private async Task<bool> ReadAsync(Guid id, Guid mentor, CancellationToken cancel)
    {
        if (!Member.MayAssess
            || await db.FindActivityAsync(id, Member.CourseId, cancel) is not { Kind: ActivityKind.Reflection } activity
            || await db.Members.FirstOrDefaultAsync(one => one.Id == new MemberId(mentor) && one.CourseId == Member.CourseId, cancel) is not { } person)
            return false;
        (Activity, Mentor, Allowance) = (activity, person, await desk.FindAsync(activity.Id, person.Id, cancel));
        return true;
    }
}
