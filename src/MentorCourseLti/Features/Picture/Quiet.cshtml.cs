using System.Globalization;
using MentorCourseLti.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Picture;

/// <summary>Mentors who have gone quiet, with the rule that says so.</summary>
public sealed class QuietModel(QuietDesk desk, IStringLocalizer<QuietModel> text, IStringLocalizer<Words> words) : MemberPage
{
    [BindProperty(SupportsGet = true, Name = "days")]
    public string? Chosen { get; set; }

    public int Days => int.TryParse(Chosen, CultureInfo.InvariantCulture, out int days) && QuietDesk.Choices.Contains(days) ? days : QuietDesk.UsualDays;

    public IReadOnlyList<QuietMentor> Mentors { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.Supervises)
            return NotFound();
        Mentors = await desk.ReadAsync(Member, Days, cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel)
    {
        if (await OnGetAsync(cancel) is NotFoundResult missing)
            return missing;
        return CsvFile.Of("quiet-mentors.csv", [
            [text["Mentor"], text["Days"], text["Last"]],
            .. Mentors.Select(mentor => (string[])[mentor.Name ?? words["Nameless"], mentor.Days.ToString(CultureInfo.InvariantCulture), mentor.LastAt is { } last ? Time.Moment(last) : text["Never"]])]);
    }
}
