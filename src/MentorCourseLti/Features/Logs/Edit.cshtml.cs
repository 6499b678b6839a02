using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Data.Files;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Activities;
using MentorCourseLti.Features.Files;
using MentorCourseLti.Features.Links;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Logs;

/// <summary>A new mentoring log, for a link or for later; or changes to one that exists.</summary>
public sealed class EditModel(
    CourseDb db, LogDesk desk, ActivityDesk settings, LinkSetUp setUp, AttachmentDesk attachments, FilesOptions limits, GradeOutbox outbox, IValidator<GoalForm> validator, TimeProvider clock, IStringLocalizer<EditModel> text) : MemberPage
{
    private const decimal UsualGoal = 30;
    private const decimal UsualPoints = 100;

    [BindProperty]
    public GoalForm Form { get; set; } = new();

    /// <summary>The link that a new log is for.</summary>
    [BindProperty(SupportsGet = true, Name = "link")]
    public Guid? LinkId { get; set; }

    public Activity? Log { get; private set; }

    /// <summary>What saving would change beyond this page; shown before it does.</summary>
    public IReadOnlyList<SettingChange> Changes { get; private set; } = [];

    /// <summary>What it gives everybody to read.</summary>
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>Why the last file was not added.</summary>
    public AttachmentProblem? FileProblem { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, AttachmentProblem? file, CancellationToken cancel)
    {
        FileProblem = file;
        if (!await ReadAsync(id, cancel))
            return NotFound();
        Form = Log is { } log
            ? new GoalForm { Title = log.Title, Prompt = log.Prompt, Goal = log.GoalHours, Points = log.Set.Points, Window = WindowForm.Of(log.Set, Time) }
            : new GoalForm { Title = (await setUp.FindAsync(LinkId, Member.CourseId, cancel))?.Title ?? text["DefaultTitle"], Prompt = text["DefaultPrompt"], Goal = UsualGoal, Points = UsualPoints };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, string? confirmed, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        Form.Title = PlainText.Line(Form.Title, int.MaxValue);
        Form.Prompt = PlainText.Lines(Form.Prompt);
        Form.Window.Zone = Member.TimeZone;
        ModelState.AddErrors(nameof(Form), await validator.ValidateAsync(Form, cancel));
        if (!ModelState.IsValid)
            return Page();

        var terms = Form.Window.Terms(Form.Points);
        if (Log is { } known)
            Changes = await settings.ChangesAsync(known, Form.Title!, terms, cancel);
        if (Changes.Count > 0 && confirmed != ActivityDesk.DigestOf(Changes))
            return Page();

        var log = Log ?? await AddAsync(cancel);
        var before = (log.GoalHours, log.Points);
        (log.Prompt, log.GoalHours) = (Form.Prompt!, Form.Goal);
        await settings.ApplyAsync(log, Form.Title!, terms, cancel);
        if (Log is not null && before != (log.GoalHours, log.Points))
            await desk.GradeAllAsync(log, cancel);
        await db.SaveChangesAsync(cancel);
        outbox.RingAfterCommit();
        return RedirectToPage("Review", new { id = log.Id.Value });
    }

    /// <summary>Adds a file to read, or removes one.</summary>
    public async Task<IActionResult> OnPostFilesAsync(Guid? id, IFormFile? file, Guid? remove, bool part, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel) || Log is not { } activity)
            return NotFound();
        FileProblem = await attachments.ChangeInstructionsAsync(activity, Member.Id, file, remove, cancel);
        if (!part)
            return RedirectToPage(new { id, file = FileProblem });
        Files = await attachments.OfInstructionsAsync(activity.Id, cancel);
        return Partial("/Features/Files/_FilesToChange.cshtml", FilesOf(activity));
    }

    public FilesToChange FilesOf(Activity activity) => new(Url.Page("Edit", RequestLimits.FilesHandler, new { id = activity.Id.Value })!, Files, limits, FileProblem);

    private async Task<Activity> AddAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var log = new Activity
        {
            Id = ActivityId.New(now),
            CourseId = Member.CourseId,
            Kind = ActivityKind.MentoringLog,
            Title = Form.Title!,
            Prompt = Form.Prompt!,
            Points = Form.Points!.Value,
            CreatedAt = now,
        };
        db.Add(log);
        if (await setUp.FindAsync(LinkId, Member.CourseId, cancel) is { ActivityId: null } link)
            await setUp.OpenAsync(link, log, cancel);
        return log;
    }

    private async Task<bool> ReadAsync(Guid? id, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return false;
        Log = id is { } given ? await desk.FindAsync(given, Member.CourseId, cancel) : null;
        Files = Log is null ? [] : await attachments.OfInstructionsAsync(Log.Id, cancel);
        return id is null || Log is not null;
    }
}
