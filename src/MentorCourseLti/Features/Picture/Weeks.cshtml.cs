using System.Globalization;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Picture;

/// <summary>Hours toward the goal, and sessions held against planned, week by week: as plots, as tables, as files.</summary>
[LongPage]
public sealed class WeeksModel(WeekDesk desk, IStringLocalizer<WeeksModel> text) : MemberPage
{
    public WeekPicture Picture { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.Supervises)
            return NotFound();
        Picture = await desk.ReadAsync(Member, cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetHoursAsync(CancellationToken cancel)
    {
        if (await OnGetAsync(cancel) is NotFoundResult missing)
            return missing;
        return CsvFile.Of("hours-by-week.csv", [
            [text["Week"], text["Approved"], text["Waiting"], text["Goal"]],
            .. Picture.Weeks.Select(week => (string[])[NameOf(week), HoursOf(Picture.SumUpTo(week)?.Approved), HoursOf(Picture.SumUpTo(week)?.Waiting), HoursOf(Picture.GoalHours)])]);
    }

    public async Task<IActionResult> OnGetSessionsAsync(CancellationToken cancel)
    {
        if (await OnGetAsync(cancel) is NotFoundResult missing)
            return missing;
        return CsvFile.Of("sessions-by-week.csv", [
            [text["Week"], text["Held"], text["CalledOff"], text["NotLogged"], text["ToCome"]],
            .. Picture.Weeks.Select(week => (string[])[NameOf(week), CountOf(week.Held), CountOf(week.CalledOff), CountOf(week.NotLogged), CountOf(week.ToCome)])]);
    }

    /// <summary>"3 · Mon 2 Nov", as far as the week has a number.</summary>
    public static string NameOf(PictureWeek week) => week.Number is { } number ? string.Create(CultureInfo.CurrentCulture, $"{number} · {week.Monday.Short()}") : week.Monday.Short();

    public static string HoursOf(decimal? hours) => hours is { } known ? Points.Of(known) : "";

    private static string CountOf(int count) => count.ToString(CultureInfo.InvariantCulture);
}
