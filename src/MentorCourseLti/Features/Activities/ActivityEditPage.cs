using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Files;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Attachments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Activities;

/// <summary>A new activity of one kind, for a link or for later; or changes to one that exists.</summary>
public abstract class ActivityEditPage<TForm>(CourseDb db, ActivityDesk desk, SettingChanges changes, AttachmentDesk attachments, GradeOutbox outbox, IValidator<TForm> validator) : MemberPage
    where TForm : ActivityForm, new()
{
    private const int MostTries = 5;

    private int tries;

    [BindProperty]
    public TForm Form { get; set; } = new();

    /// <summary>The link that a new activity is for.</summary>
    [BindProperty(SupportsGet = true, Name = "link")]
    public Guid? LinkId { get; set; }

    /// <summary>A new one is made on the way to placing it in the LMS: then it goes on there.</summary>
    [BindProperty(SupportsGet = true, Name = "place")]
    public bool ForPlacement { get; set; }

    /// <summary>None where it is a new one.</summary>
    public Activity? Activity { get; private set; }

    /// <summary>What saving would change beyond this page; shown before it does.</summary>
    public IReadOnlyList<SettingChange> Changes { get; private set; } = [];

    /// <summary>What it gives everybody to read.</summary>
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>Why the last file was not added.</summary>
    public AttachmentProblem? FileProblem { get; private set; }

    protected abstract ActivityKind Kind { get; }

    protected CourseDb Db => db;

    protected ActivityDesk Desk => desk;

    public async Task<IActionResult> OnGetAsync(Guid? id, AttachmentProblem? file, CancellationToken cancel)
    {
        FileProblem = file;
        if (!await ReadAsync(id, cancel))
            return NotFound();
        Form = await FillAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, string? confirmed, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();
        Form.Title = PlainText.Line(Form.Title, int.MaxValue);
        Form.Prompt = PlainText.Lines(Form.Prompt);
        Form.Window.Zone = Member.TimeZone;
        Complete();
        ModelState.AddErrors(nameof(Form), await validator.ValidateAsync(Form, cancel));
        if (!ModelState.IsValid)
            return Page();

        var terms = Form.Window.Terms(Form.Points);
        if (Activity is { } known)
            Changes = [.. await changes.OfAsync(known, Settings(terms), cancel), .. await MoreChangesAsync(known, cancel)];
        if (Changes.Count > 0 && confirmed != SettingChanges.DigestOf(Changes))
            return Page();

        var activity = Activity ?? await desk.AddAsync(Member.CourseId, Kind, Form, LinkId, cancel);
        activity.Prompt = Form.Prompt!;
        await SaveAsync(activity, terms, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (db.IsCrossed(exception) && ++tries < MostTries)
        {
            // A grade was released, or was being sent, at this moment: what is saved counts it too.
            db.ChangeTracker.Clear();
            return await OnPostAsync(id, confirmed, cancel);
        }

        // What counts in a participation grade may be another number of activities now, or other dates.
        outbox.Changed(activity.CourseId);
        outbox.RingAfterCommit();
        return ForPlacement && Activity is null
            ? RedirectToPage("/Placement/Index", new { chosen = activity.Id.Value })
            : RedirectToPage(Next, new { id = activity.Id.Value });
    }

    /// <summary>Adds a file to read, or removes one.</summary>
    public async Task<IActionResult> OnPostFilesAsync(Guid? id, IFormFile? file, Guid? remove, bool part, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel) || Activity is not { } activity)
            return NotFound();
        FileProblem = await attachments.ChangeInstructionsAsync(activity, Member.Id, file, remove, cancel);
        if (!part)
            return RedirectToPage(new { id, file = FileProblem });
        Files = await attachments.OfInstructionsAsync(activity.Id, cancel);
        return Partial("/Features/Files/_FilesToChange.cshtml", FilesToChange);
    }

    public FilesToChange FilesToChange => attachments.ToChange(Files, FileProblem);

    /// <summary>The page that shows an activity of this kind once it is saved.</summary>
    protected abstract string Next { get; }

    /// <summary>What the form shows at first.</summary>
    protected abstract Task<TForm> FillAsync(CancellationToken cancel);

    /// <summary>Reads what else the page of an activity needs.</summary>
    protected virtual Task ReadMoreAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Completes the form before it is checked.</summary>
    protected virtual void Complete()
    {
    }

    /// <summary>What the form says that shows elsewhere too.</summary>
    protected virtual ActivitySettings Settings(ActivityTerms terms) => new(Form.Title!, terms, Late: null, ResubmitUntil: null);

    /// <summary>What else saving would change, for this kind of activity.</summary>
    protected virtual Task<IReadOnlyList<SettingChange>> MoreChangesAsync(Activity activity, CancellationToken cancel) => Task.FromResult<IReadOnlyList<SettingChange>>([]);

    /// <summary>Adds to the unit of work; the page saves.</summary>
    protected abstract Task SaveAsync(Activity activity, ActivityTerms terms, CancellationToken cancel);

    private async Task<bool> ReadAsync(Guid? id, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return false;
        if (id is { } given)
        {
            Activity = await db.FindActivityAsync(given, Member.CourseId, cancel);
            if (Activity?.Kind != Kind)
                return false;
            Files = await attachments.OfInstructionsAsync(Activity.Id, cancel);
        }

        await ReadMoreAsync(cancel);
        return true;
    }
}
