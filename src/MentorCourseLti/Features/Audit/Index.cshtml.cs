using System.Globalization;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Audit;

/// <summary>Who graded, changed and released what: for an instructor to read, and for nobody to edit. A file has exactly what the page shows.</summary>
[LongPage]
public sealed class IndexModel(AuditDesk desk, AuditWords say, IStringLocalizer<IndexModel> text, IStringLocalizer<Words> words) : MemberPage
{
    /// <summary>Whatever the address says; what there is not filters nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Mentor { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Activity { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public static IReadOnlyList<AuditAct> Acts { get; } = Enum.GetValues<AuditAct>();

    public AuditFilter Filter => new(Id(Who), Enum.TryParse<AuditAct>(Act, out var act) && Enum.IsDefined(act) ? act : null, Id(Mentor), Id(Activity), long.TryParse(Before, CultureInfo.InvariantCulture, out long before) ? before : null);

    public AuditPage Shown { get; private set; } = new([], Older: null);

    public AuditChoices Choices { get; private set; } = new([], [], []);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        Shown = await desk.ReadAsync(Member.CourseId, Filter, cancel);
        Choices = await desk.ChoicesAsync(Member.CourseId, cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        Shown = await desk.ReadAsync(Member.CourseId, Filter, cancel);
        return CsvFile.Of("audit.csv", [
            [text["When"], text["Who"], text["Role"], text["What"], text["Mentor"], text["About"], text["Changes"]],
            .. Shown.Rows.Select(row => (string[])[
                Time.Fully(row.Entry.At), row.Entry.ActorName ?? words["Nameless"], words[$"Role.{row.Entry.ActorRole}"], say.Of(row.Entry.Act), NameOf(row) ?? "", say.Place(row),
                string.Join("; ", row.Entry.Changes.Select(change => say.Of(change, Time)))])]);
    }

    /// <summary>Of the mentor; none where it was about nobody.</summary>
    public string? NameOf(AuditRow row) => row.Entry.MentorId is null ? null : row.Mentor ?? words["Nameless"];

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
