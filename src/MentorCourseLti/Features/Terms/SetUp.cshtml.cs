using FluentValidation;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Terms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Terms;

/// <summary>A whole term in one go: from what is ready, from an earlier course, or from a file. The page shows every date before anything is made.</summary>
public sealed class SetUpModel(TermDesk desk, SetupFiles files, IValidator<SetUpForm> validator, TimeProvider clock, IStringLocalizer<SetUpModel> text) : MemberPage
{
    private const int UsualWeeks = 15;

    [BindProperty]
    public SetUpForm Form { get; set; } = new();

    /// <summary>On the way to placing the activities in the LMS: then it goes on there.</summary>
    [BindProperty(SupportsGet = true, Name = "place")]
    public bool ForPlacement { get; set; }

    public IReadOnlyList<TermSource> Sources { get; private set; } = [];

    /// <summary>What is to be set up; none as long as it cannot be read.</summary>
    public TermPlan? Plan { get; private set; }

    /// <summary>With what date each is due, in the order of the plan.</summary>
    public IReadOnlyList<PlannedDate> Dates { get; private set; } = [];

    public IReadOnlyList<string> FileProblems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        if (await desk.FindAsync(Member.CourseId, cancel) is not null)
            return RedirectToPage("Index");
        var monday = NextMonday(Time.DateOf(clock.GetUtcNow()));
        Form.Weeks = UsualWeeks;
        Form.StartsOn = DayText.Of(monday);
        await ShowAsync(cancel);
        return Page();
    }

    /// <param name="file">A file in place of its text.</param>
    /// <param name="go">True to make it; otherwise the dates are shown anew.</param>
    /// <param name="cancel">The request's end.</param>
    public async Task<IActionResult> OnPostAsync(IFormFile? file, bool go, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        if (file is { Length: > 0 })
        {
            (Form.FileText, Form.Source, Form.Shown) = (await UploadedText.ReadAsync(file, SetupFile.LongestText, cancel), SetUpForm.File, null);
            ModelState.Clear();
        }

        ModelState.AddErrors(nameof(Form), await validator.ValidateAsync(Form, cancel));
        string? shown = Form.Shown;
        await ShowAsync(cancel);
        // Nobody sets up what was not shown.
        if (!ModelState.IsValid || Plan is not { } plan || !go || shown != Form.Shown)
            return Page();
        _ = DayText.TryReadClock(Form.At, out var at);
        if (!await desk.SetUpAsync(Member, Form.Calendar(), Form.With.Distinct().Where(place => place >= 0 && place < plan.Work.Count).Order().Select(place => plan.Work[place]), Form.Day, at, cancel))
            return RedirectToPage("Index");
        return ForPlacement ? RedirectToPage("/Placement/Index") : RedirectToPage("Index", new { made = true });
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        Sources = await desk.SourcesAsync(Member, cancel);
        Form.AddEmptyBreaks();
        if (!ModelState.IsValid || (Plan = await PlanAsync(Form.Weeks!.Value, cancel)) is not { } plan)
            return;
        // What is asked for is all of it, until somebody says otherwise of these very works.
        string works = ShortDigest.Of(string.Join('|', plan.Work.Select(work => work.Title)));
        if (Form.Shown != works)
            Form.With = [.. Enumerable.Range(0, plan.Work.Count)];
        Form.Shown = works;
        _ = DayText.TryReadClock(Form.At, out var at);
        var calendar = Form.Calendar();
        Dates = [.. plan.Work.Select(work => new PlannedDate(work, work.Week is { } week ? calendar.At(new WeekPlace(week, work.Day ?? Form.Day, work.At ?? at), Time.Zone) : null))];
    }

    private async Task<TermPlan?> PlanAsync(int weeks, CancellationToken cancel)
    {
        if (Form.Source == SetUpForm.Ready)
            return WithGoal(TermPlan.Ready(weeks));
        if (Form.Source == SetUpForm.File)
        {
            (var read, FileProblems) = files.Read(Form.FileText);
            return read is null ? null : WithGoal(read.For(weeks));
        }

        if (Guid.TryParse(Form.Source, out var id) && Sources.Any(source => source.Id == id))
            return WithGoal((await desk.PlanOfAsync(new CourseId(id), cancel)).For(weeks));
        ModelState.AddModelError($"{nameof(Form)}.{nameof(SetUpForm.Source)}", text["Source.Wrong"]);
        return null;
    }

    private TermPlan WithGoal(TermPlan plan) => Form.Goal is { } goal ? plan with { Work = [.. plan.Work.Select(work => work.GoalHours is null ? work : work with { GoalHours = goal })] } : plan;

    private static DateOnly NextMonday(DateOnly day) => day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);

    public sealed record PlannedDate(TermWork Work, DateTimeOffset? DueAt);
}
