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
using MentorCourseLti.Internship.Rubrics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Reflections;

/// <summary>A new reflection, for a link or for later; or changes to one that exists.</summary>
public sealed class EditModel(
    CourseDb db, ActivityDesk settings, GradeOutbox outbox, LinkSetUp setUp, AttachmentDesk attachments, FilesOptions limits, IValidator<ReflectionForm> validator, TimeProvider clock, IStringLocalizer<EditModel> text) : MemberPage
{
    [BindProperty]
    public ReflectionForm Form { get; set; } = new();

    /// <summary>The link that a new reflection is for.</summary>
    [BindProperty(SupportsGet = true, Name = "link")]
    public Guid? LinkId { get; set; }

    public Activity? Activity { get; private set; }

    /// <summary>What saving would change beyond this page; shown before it does.</summary>
    public IReadOnlyList<SettingChange> Changes { get; private set; } = [];

    /// <summary>What it gives everybody to read.</summary>
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>Why the last file was not added.</summary>
    public AttachmentProblem? FileProblem { get; private set; }

    public Rubric Rubric { get; private set; } = null!;

    /// <summary>The course's rubrics to choose from.</summary>
    public IReadOnlyList<Rubric> Rubrics { get; private set; } = [];

    public static IEnumerable<string> TimeZones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public async Task<IActionResult> OnGetAsync(Guid? id, AttachmentProblem? file, CancellationToken cancel)
    {
        FileProblem = file;
        if (!await ReadAsync(id, cancel))
            return NotFound();

        var link = await setUp.FindAsync(LinkId, Member.CourseId, cancel);
        Form = Activity is { } activity
            ? new ReflectionForm
            {
                Title = activity.Title,
                Prompt = activity.Prompt,
                Points = activity.Set.Points,
                Window = WindowForm.Of(activity.Set, Time),
                TimeZone = Member.TimeZone,
                Rubric = Rubric.Id.Value,
                LeadersGrade = activity.LeadersGrade,
            }
            : new ReflectionForm { Title = link?.Title, Prompt = text["DefaultPrompt"], Points = Rubric.Total, TimeZone = Member.TimeZone, Rubric = Rubric.Id.Value };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, string? confirmed, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel))
            return NotFound();

        Form.Title = PlainText.Line(Form.Title, int.MaxValue);
        Form.Prompt = PlainText.Lines(Form.Prompt);
        Form.TimeZone ??= Member.TimeZone;
        Form.Window.Zone = Form.TimeZone;
        // One of another course, or one that was removed meanwhile, is none of these.
        Rubric = Rubrics.FirstOrDefault(rubric => rubric.Id.Value == Form.Rubric) ?? Rubric;
        ModelState.AddErrors(nameof(Form), await validator.ValidateAsync(Form, cancel));
        if (!ModelState.IsValid)
            return Page();

        var terms = Form.Window.Terms(Form.Points);
        if (Activity is { } known)
            Changes = await settings.ChangesAsync(known, Form.Title!, terms, cancel);
        if (Changes.Count > 0 && confirmed != ActivityDesk.DigestOf(Changes))
            return Page();

        var activity = Activity ?? await AddAsync(cancel);
        (activity.Prompt, activity.RubricId, activity.LeadersGrade) = (Form.Prompt!, Rubric.Id, Form.LeadersGrade);
        await settings.ApplyAsync(activity, Form.Title!, terms, cancel);
        await db.Courses.Where(course => course.Id == Member.CourseId && course.TimeZone != Form.TimeZone).LoadAsync(cancel);
        foreach (var course in db.Courses.Local)
            course.TimeZone = Form.TimeZone;
        await db.SaveChangesAsync(cancel);
        outbox.RingAfterCommit();
        return RedirectToPage("/Assess/Index", new { id = activity.Id.Value });
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
        return Partial("/Features/Files/_FilesToChange.cshtml", FilesOf(activity));
    }

    public FilesToChange FilesOf(Activity activity) => new(Url.Page("Edit", RequestLimits.FilesHandler, new { id = activity.Id.Value })!, Files, limits, FileProblem);

    private async Task<Activity> AddAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (db.Entry(Rubric).State is EntityState.Detached)
            db.Add(Rubric);
        var activity = new Activity
        {
            Id = ActivityId.New(now),
            CourseId = Member.CourseId,
            Kind = ActivityKind.Reflection,
            Title = Form.Title!,
            Prompt = Form.Prompt!,
            Points = Form.Points!.Value,
            RubricId = Rubric.Id,
            CreatedAt = now,
        };
        db.Add(activity);
        // Somebody else may have set the link up meanwhile: theirs stands, and this one waits on the home page.
        if (await setUp.FindAsync(LinkId, Member.CourseId, cancel) is { ActivityId: null } link)
            await setUp.OpenAsync(link, activity, cancel);
        return activity;
    }

    private async Task<bool> ReadAsync(Guid? id, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return false;
        Rubrics = await db.Rubrics.Where(rubric => rubric.CourseId == Member.CourseId).OrderBy(rubric => rubric.Title).ThenBy(rubric => rubric.Id).ToListAsync(cancel);
        if (id is { } given)
        {
            Activity = await db.Activities.SingleOrDefaultAsync(activity => activity.Id == new ActivityId(given) && activity.CourseId == Member.CourseId && activity.Kind == ActivityKind.Reflection, cancel);
            if (Activity is null)
                return false;
            Rubric = Rubrics.Single(rubric => rubric.Id == Activity.RubricId);
            Files = await attachments.OfInstructionsAsync(Activity.Id, cancel);
            return true;
        }

        // The course's rubric, or the one that is ready on the first day.
        Rubric = Rubrics.MinBy(rubric => rubric.Id.Value) ?? ReadyRubrics.Reflection(Member.CourseId, clock.GetUtcNow());
        return true;
    }
}
