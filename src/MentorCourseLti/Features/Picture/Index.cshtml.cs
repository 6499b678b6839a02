using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Picture;

/// <summary>The term picture: who is where with what, all at once or one state of it. A file has exactly what the page shows.</summary>
[LongPage]
public sealed class IndexModel(PictureDesk desk, TimeProvider clock, IStringLocalizer<Words> words) : MemberPage
{
    /// <summary>Whatever its address says; a state that there is not filters nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? Chosen { get; set; }

    [BindProperty(SupportsGet = true, Name = "mentor")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? ChosenKind { get; set; }

    /// <summary>The kinds that the course has.</summary>
    public IReadOnlyList<ActivityKind> Kinds { get; private set; } = [];

    public ActivityKind? Kind => Enum.TryParse<ActivityKind>(ChosenKind, ignoreCase: true, out var kind) && Kinds.Contains(kind) ? kind : null;

    /// <summary>Of the mentors and activities that are looked for, in every state: what is counted.</summary>
    public TermPicture All { get; private set; } = new([], []);

    public TermPicture Shown { get; private set; } = new([], []);

    public CellState? State => Enum.TryParse<CellState>(Chosen, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.Supervises)
            return NotFound();
        All = (await desk.ReadAsync(Member, cancel)).Of(Words?.Trim() ?? "");
        Kinds = [.. All.Columns.Select(column => column.Kind).Distinct().Order()];
        if (Kind is { } kind)
            All = All.Of(kind);
        Shown = State is { } state ? All.In(state) : All;
        return Page();
    }

    /// <summary>The map alone: Home shows it below what takes no time.</summary>
    public async Task<IActionResult> OnGetMapAsync(CancellationToken cancel) =>
        await OnGetAsync(cancel) is NotFoundResult missing ? missing : Shown.Rows.Count == 0 || Shown.Columns.Count == 0 ? new NoContentResult() : Partial("_Map", Shown);

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel)
    {
        if (await OnGetAsync(cancel) is NotFoundResult missing)
            return missing;
        return CsvFile.Of("term-picture.csv", [
            [words["Role.Mentor"], .. Shown.Columns.Select(column => column.Title)],
            .. Shown.Rows.Select(row => (string[])[row.Name ?? words["Nameless"], .. row.Cells.Select(cell => cell is { } one ? words[$"Cell.{one}"].Value : "")])]);
    }
}
