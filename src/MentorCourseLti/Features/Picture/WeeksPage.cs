using System.Globalization;
using MentorCourseLti.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Picture;

/// <summary>A page with hours toward the goal and sessions held against planned, week by week: as plots, as tables, as files.</summary>
public abstract class WeeksPage(IStringLocalizer<WeeksPage> text) : MemberPage
{
    public WeekPicture Picture { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await ReadAsync(cancel) is not { } read)
            return NotFound();
        Picture = read;
        await ReadMoreAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetHoursAsync(CancellationToken cancel) => await ReadAsync(cancel) is not { } read ? NotFound() : CsvFile.Of("hours-by-week.csv", [
        [text["Week"], text["Approved"], text["Waiting"], text["Goal"]],
        .. read.Weeks.Select(week => (string[])[NameOf(week), HoursOf(week.SoFar?.Approved), HoursOf(week.SoFar?.Waiting), HoursOf(read.GoalHours)])]);

    public async Task<IActionResult> OnGetSessionsAsync(CancellationToken cancel) => await ReadAsync(cancel) is not { } read ? NotFound() : CsvFile.Of("sessions-by-week.csv", [
        [text["Week"], text["Held"], text["CalledOff"], text["NotLogged"], text["ToCome"]],
        .. read.Weeks.Select(week => (string[])[NameOf(week), CountOf(week.Held), CountOf(week.CalledOff), CountOf(week.NotLogged), CountOf(week.ToCome)])]);

    /// <summary>"3 · Mon 2 Nov", as far as the week has a number.</summary>
    public static string NameOf(PictureWeek week) => week.Number is { } number ? string.Create(CultureInfo.CurrentCulture, $"{number} · {week.Monday.Short()}") : week.Monday.Short();

    public static string HoursOf(decimal? hours) => hours is { } known ? Points.Of(known) : "";

    /// <summary>None where the reader has nothing to see here.</summary>
    protected abstract Task<WeekPicture?> ReadAsync(CancellationToken cancel);

    /// <summary>What the page shows and its files do not have.</summary>
    protected virtual Task ReadMoreAsync(CancellationToken cancel) => Task.CompletedTask;

    private static string CountOf(int count) => count.ToString(CultureInfo.InvariantCulture);
}
