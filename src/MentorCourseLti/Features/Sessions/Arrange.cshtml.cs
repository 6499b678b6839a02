using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Features.Groups;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Sessions;

/// <summary>One session to move, to cancel or to give to somebody; or one more to plan.</summary>
public sealed class ArrangeModel(CourseDb db, GroupDesk groups, SessionDesk desk, IValidator<SessionForm> validator, TimeProvider clock, IStringLocalizer<ArrangeModel> text) : MemberPage
{
    private const int LongestReason = 500;
    private const int UsualMinutes = 45;

    /// <summary>None for one more.</summary>
    public Session? Session { get; private set; }

    public Group Group { get; private set; } = null!;

    /// <summary>Whoever leads it in somebody's place comes from Home, and goes back there.</summary>
    public bool SeesGroup { get; private set; } = true;

    public string Zone { get; private set; } = "";

    public IReadOnlyList<GroupLead> Leads { get; private set; } = [];

    [BindProperty]
    public SessionForm Form { get; set; } = new();

    public string Reason { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid? id, Guid? group, CancellationToken cancel)
    {
        if (!await ReadAsync(id, group, cancel))
            return NotFound();
        var time = new CourseTime(Zone);
        Form = Session is { } session ? SessionForm.Of(session, time) : new SessionForm { Date = time.DateForInput(clock.GetUtcNow()), Kind = Group.Kind };
        if (Session is null && Group.Slot is { } slot)
            (Form.Start, Form.End) = (slot.At.ToString("HH:mm", null), slot.At.AddMinutes(slot.Minutes > 0 ? slot.Minutes : UsualMinutes).ToString("HH:mm", null));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, Guid? group, CancellationToken cancel)
    {
        if (!await ReadAsync(id, group, cancel))
            return NotFound();
        Form.Zone = Zone;
        ModelState.AddErrors(nameof(Form), await validator.ValidateAsync(Form, cancel));
        if (Form.SubstituteOrNone() is { } substitute && !Leads.Any(lead => lead.Subject == substitute))
            ModelState.AddModelError($"{nameof(Form)}.{nameof(SessionForm.Substitute)}", text["NoSuchMentor"]);
        if (!ModelState.IsValid)
            return Page();
        var (startsAt, endsAt) = Form.Times();
        return Done(await desk.ArrangeAsync(Group, Session, Form, startsAt, endsAt, cancel));
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid? id, string? reason, CancellationToken cancel)
    {
        if (!await ReadAsync(id, group: null, cancel) || Session is not { } session)
            return NotFound();
        int version = Form.Version;
        Form = SessionForm.Of(session, new CourseTime(Zone));
        Reason = PlainText.Line(reason, int.MaxValue) ?? "";
        if (Reason.Length is 0 or > LongestReason)
        {
            ModelState.AddModelError(nameof(Reason), Reason.Length == 0 ? text["ReasonMissing"] : text["ReasonTooLong", LongestReason]);
            return Page();
        }

        return Done(await desk.CancelAsync(session, version, Reason, cancel));
    }

    private IActionResult Done(bool isSaved)
    {
        if (isSaved)
            return SeesGroup ? RedirectToPage("/Groups/Group", new { id = Group.Id.Value }) : RedirectToPage("/Home/Index");
        ModelState.AddModelError($"{nameof(Form)}.{nameof(SessionForm.Date)}", text["ChangedMeanwhile"]);
        return Page();
    }

    private async Task<bool> ReadAsync(Guid? id, Guid? group, CancellationToken cancel)
    {
        if (id is { } session)
        {
            if (await desk.FindAsync(session, Member, cancel) is not { } seen || !(Member.MayAssess || SessionDesk.Arranges(seen, Member)))
                return false;
            (Session, Group, SeesGroup) = (seen.Session, seen.Group, seen.SeesGroup);
        }
        else if (group is not { } given || await groups.FindAsync(given, Member, cancel) is not { } found || !(Member.MayAssess || (Member.MayHandIn && found.IsOf(Member.Subject))))
        {
            return false;
        }
        else
        {
            Group = found;
        }

        if (Group.EndedAt is not null || Session is { State: SessionState.Held })
            return false;
        Zone = await desk.ZoneAsync(Member.ProgrammeId, cancel);
        var leads = await db.LeadsAsync(Member.ProgrammeId, cancel);
        Leads = [.. leads.Values.Where(lead => lead.IsActive && !Group.IsOf(lead.Subject)).OrderBy(lead => lead.Name, StringComparer.CurrentCultureIgnoreCase)];
        return true;
    }
}
