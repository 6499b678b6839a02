using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Groups;

/// <summary>A new group, or changes to one.</summary>
public sealed class EditModel(CourseDb db, GroupDesk desk, IValidator<GroupForm> validator, TimeProvider clock, IStringLocalizer<EditModel> text) : MemberPage
{
    private const int UsualMinutes = 45;
    private const int UsualWeeks = 15;

    [BindProperty]
    public GroupForm Form { get; set; } = new();

    /// <summary>None for a new one.</summary>
    public Group? Group { get; private set; }

    public Programme Programme { get; private set; } = null!;

    /// <summary>Those who can lead it: the programme's mentors, and its own who have left.</summary>
    public IReadOnlyList<GroupLead> Leads { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        Form = Group is { } group ? GroupForm.Of(group, await desk.MenteesOfAsync(group.Id, cancel)) : new GroupForm { Name = text["DefaultName", await db.Groups.CountAsync(one => one.ProgrammeId == Member.ProgrammeId, cancel) + 1] };
        if (Form.Day is null)
            await SuggestSlotAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        ModelState.AddErrors(nameof(Form), await validator.ValidateAsync(Form, cancel));
        if (!ModelState.IsValid)
            return Page();
        var result = await desk.SaveAsync(Group, Form, Member, cancel);
        if (result is GroupResult.Saved saved)
            return RedirectToPage("Group", new { id = saved.Id.Value });
        var (field, says) = result switch
        {
            GroupResult.NameTaken => (nameof(GroupForm.Name), text["NameTaken"].Value),
            GroupResult.NoSuchMentor => (nameof(GroupForm.Mentors), text["NoSuchMentor"].Value),
            GroupResult.TimeIsSkipped skipped => (nameof(GroupForm.At), text["TimeIsSkipped", Form.At!, skipped.On.Short()].Value),
            _ => ("", text["ChangedMeanwhile"].Value),
        };
        ModelState.AddModelError($"{nameof(Form)}.{field}", says);
        return Page();
    }

    private async Task<bool> ReadAsync(Guid? id, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return false;
        if (id is { } given && (Group = await desk.FindAsync(given, Member, cancel)) is not { EndedAt: null })
            return false;
        Programme = await db.Programmes.AsNoTracking().SingleAsync(one => one.Id == Member.ProgrammeId, cancel);
        var leads = await db.LeadsAsync(Member.ProgrammeId, cancel);
        Leads = [.. leads.Values.Where(lead => lead.IsActive || Group?.IsOf(lead.Subject) is true).OrderBy(lead => lead.Name, StringComparer.CurrentCultureIgnoreCase)];
        return true;
    }

    /// <summary>A weekly slot that runs as long as the course's term, where there is one.</summary>
    private async Task SuggestSlotAsync(CancellationToken cancel)
    {
        var term = await db.Terms.AsNoTracking().FirstOrDefaultAsync(one => one.CourseId == Member.CourseId, cancel);
        var today = new CourseTime(Programme.TimeZone).DateOf(clock.GetUtcNow());
        Form.Minutes = UsualMinutes;
        Form.From = DayText.Of(term?.Calendar.StartsOn is { } start && start > today ? start : today);
        Form.Until = DayText.Of(term?.Calendar.EndsOn is { } end && end > today ? end : today.AddDays(7 * UsualWeeks));
    }
}
