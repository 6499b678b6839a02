using System.Security.Cryptography;
using FluentValidation;
using MentorCourseLti.Features.Groups;
using MentorCourseLti.Features.Logs;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Sessions;

/// <summary>
/// How a planned session went, told by its mentor in two minutes on a phone: group, time and who came are filled in. The page opens and is filled
/// in without a connection too (<c>scripts/capsule</c>); what it sends later is the same entry, from whichever phone.
/// </summary>
public sealed class TellModel(
    Data.CourseDb db, SessionDesk sessions, GroupDesk groups, LogDesk logs, IAntiforgery tokens,
    IValidator<LogForm> validator, IStringLocalizer<LogForm> problems, IStringLocalizer<TellModel> text) : MemberPage
{
    /// <summary>What its mentors have told of it as held, the first first.</summary>
    private IReadOnlyList<LogEntry> held = [];

    public Session Session { get; private set; } = null!;

    public Group Group { get; private set; } = null!;

    /// <summary>Whoever leads it in somebody's place comes from Home, and goes back there.</summary>
    public bool SeesGroup { get; private set; }

    /// <summary>Where it is logged; none where the course has no log that is open.</summary>
    public Activity? Log { get; private set; }

    [BindProperty]
    public LogForm Form { get; set; } = new();

    /// <summary>The group's mentees, and who else came to it as another of its mentors told.</summary>
    public IReadOnlyList<string> Known { get; private set; } = [];

    /// <summary>What this mentor has told of it already.</summary>
    public LogEntry? Told { get; private set; }

    /// <summary>This mentor has told of it in another course of the programme: its hours count there.</summary>
    public bool IsToldElsewhere { get; private set; }

    /// <summary>What waits on a phone belongs to the course in whose log it was told, and to its zone.</summary>
    public string KeptAs => $"{Member.PersonKey}:{Member.CourseId}:{Session.Id}";

    /// <summary>A script asks (<c>queue.ts</c>), not a person.</summary>
    private bool WantsJson => Request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        // What waits on a phone may be of an earlier visit: it asks for this one's token, told already or not.
        if (WantsJson)
            return new JsonResult(new { token = tokens.GetTokens(HttpContext).RequestToken });
        if (Told is { } told && Log is { } log && !IsPlannedAgain(told))
            return told.State is EntryState.Approved ? RedirectToPage("/Logs/Index", new { id = log.Id.Value }) : RedirectToPage("/Logs/Entry", new { id = log.Id.Value, entry = told.Id.Value });
        var first = held.Count > 0 ? held[0] : null;
        Form = new LogForm
        {
            Date = Time.DateForInput(first?.StartsAt ?? Session.StartsAt),
            Start = Time.Clock(first?.StartsAt ?? Session.StartsAt),
            End = Time.Clock(first?.EndsAt ?? Session.EndsAt),
            Kind = first?.Kind ?? Session.Kind,
            Who = [.. first?.Who ?? Known],
            Version = Told?.Version ?? 0,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        ModelState.AddErrors(nameof(Form), await validator.ValidateAsync(Form, cancel));
        if (IsToldElsewhere)
            ModelState.AddModelError($"{nameof(Form)}.{nameof(LogForm.Did)}", text["ToldElsewhere"]);
        if (Log is null)
            ModelState.AddModelError($"{nameof(Form)}.{nameof(LogForm.Did)}", text["NoLog"]);
        if (ModelState.IsValid && await logs.TellAsync(Log!, Member, new Telling(EntryId(), Form.Facts(Time), Form.Version, Session), cancel) is { } problem)
        {
            // Told by this mentor before, from another phone: what is here is kept, to be compared.
            string says = problem is EntryProblem.ChangedMeanwhile or EntryProblem.AlreadyApproved ? text["ToldAlready"] : problems[$"Problem.{problem}"];
            ModelState.AddModelError($"{nameof(Form)}.{LogForm.FieldOf(problem)}", says);
        }

        if (ModelState.IsValid && Log is { } log)
            return WantsJson ? new JsonResult(new { next = Url.Page("/Logs/Index", new { id = log.Id.Value, logged = true }) }) : RedirectToPage("/Logs/Index", new { id = log.Id.Value, logged = true });
        if (!WantsJson)
            return Page();
        string first = ModelState.Values.SelectMany(field => field.Errors).First().ErrorMessage;
        return new JsonResult(new { error = first }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (await sessions.FindAsync(id, Member, cancel) is not { } seen || !SessionDesk.Leads(seen, Member))
            return false;
        (Session, Group, SeesGroup) = (seen.Session, seen.Group, seen.SeesGroup);
        var entries = await (from entry in db.LogEntries.AsNoTracking()
                             where entry.SessionId == Session.Id
                             join teller in db.Members on entry.MemberId equals teller.Id
                             orderby entry.LoggedAt
                             select new { Entry = entry, teller.Subject }).ToListAsync(cancel);
        Told = entries.Find(one => one.Entry.MemberId == Member.Id)?.Entry;
        Log = Told is { } told ? await logs.FindAsync(told.ActivityId.Value, Member.CourseId, cancel) : await logs.FindOpenAsync(Member.CourseId, cancel);
        IsToldElsewhere = entries.Exists(one => one.Entry.MemberId != Member.Id && one.Subject == Member.Subject);
        held = [.. entries.Where(one => one.Entry.WasHeld).Select(one => one.Entry)];
        Known = [.. (await groups.MenteesOfAsync(Group.Id, cancel)).Select(mentee => mentee.Name).Concat(held.SelectMany(entry => entry.Who)).Distinct(StringComparer.OrdinalIgnoreCase)];
        return true;
    }

    /// <summary>It was told to be cancelled, and is planned for another time since.</summary>
    private bool IsPlannedAgain(LogEntry told) => Session.State is SessionState.Planned && told is { WasHeld: false, State: not EntryState.Approved };

    /// <summary>One for each session and mentor: told from two phones, it is one entry.</summary>
    private Guid EntryId()
    {
        Span<byte> both = stackalloc byte[32];
        Session.Id.Value.TryWriteBytes(both);
        Member.Id.Value.TryWriteBytes(both[16..]);
        return new Guid(SHA256.HashData(both).AsSpan(0, 16));
    }
}
