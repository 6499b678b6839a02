using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Logs;

/// <summary>One session, to log or to change.</summary>
public sealed class EntryModel(CourseDb db, LogDesk desk, IValidator<LogForm> validator, TimeProvider clock, IStringLocalizer<LogForm> text) : MemberPage
{
    public Activity Log { get; private set; } = null!;

    /// <summary>The entry as it is stored; none for a new one.</summary>
    public LogEntry? Stored { get; private set; }

    [BindProperty]
    public LogForm Form { get; set; } = new();

    /// <summary>A new form has its entry's id from the beginning: sent twice, it is still one session.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>Those who took part in earlier sessions.</summary>
    public IReadOnlyList<string> Known { get; private set; } = [];

    public bool IsNew => Stored is null;

    /// <summary>Under which the browser keeps what is typed until it is logged.</summary>
    public string KeptAs => $"{Member.PersonKey}:{Log.Id}:{(IsNew ? "new" : EntryId)}";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? entry, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!await ReadAsync(id, entry ?? LogEntryId.New(now).Value, cancel) || (entry is not null && Stored is null))
            return NotFound();
        if (Stored is { State: EntryState.Approved })
            return RedirectToPage("Index", new { id });
        Form = Stored is { } stored ? LogForm.Of(stored, Time) : new LogForm { Date = Time.DateForInput(now) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid entry, CancellationToken cancel)
    {
        if (!await ReadAsync(id, entry, cancel))
            return NotFound();
        ModelState.AddErrors(nameof(Form), await validator.ValidateAsync(Form, cancel));
        if (!ModelState.IsValid)
            return Page();

        if (await desk.TellAsync(Log, Member, new Telling(entry, Form.Facts(Time), Form.Version), cancel) is { } problem)
        {
            ModelState.AddModelError($"{nameof(Form)}.{LogForm.FieldOf(problem)}", text[$"Problem.{problem}"]);
            return Page();
        }

        return RedirectToPage("Index", new { id, logged = true });
    }

    private async Task<bool> ReadAsync(Guid id, Guid entry, CancellationToken cancel)
    {
        if (!Member.MayHandIn || await desk.FindAsync(id, Member.CourseId, cancel) is not { } log)
            return false;
        (Log, EntryId) = (log, entry);
        Stored = await desk.FindEntryAsync(log, entry, Member.Id, cancel);
        var people = await db.LogEntries.AsNoTracking().Where(one => one.MemberId == Member.Id && one.WasHeld)
            .OrderByDescending(one => one.StartsAt).Take(20).Select(one => one.Who).ToListAsync(cancel);
        Known = [.. people.SelectMany(who => who).Concat(Stored?.Who ?? []).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.CurrentCultureIgnoreCase)];
        return true;
    }
}
