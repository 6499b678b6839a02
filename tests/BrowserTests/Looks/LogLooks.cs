using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Looks;

/// <summary>The pages of a mentoring log, from the first to the reviewed entry.</summary>
public sealed class LogLooks(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";

    [Fact]
    public async Task A_log_from_its_first_page_to_a_reviewed_entry()
    {
        var school = await OpenSchoolAsync();
        var instructor = await school.InstructorAsync();
        var desk = await instructor.OpenInTabAsync(Link);
        var setUp = new LogPages(desk);
        await setUp.ChooseAsync();
        await Look.AtAsync(desk, "log-settings");
        await setUp.CreateAsync();

        var mentor = await school.MentorAsync();
        var own = await mentor.OpenInTabAsync(Link);
        await Look.AtAsync(own, "log-empty");
        var log = new LogPages(own);
        await log.BeginAsync();
        await Look.AtAsync(own, "log-entry");
        await log.LogAsync();
        await Expect(own.GetByText("Say who took part")).ToBeVisibleAsync();
        await Look.AtAsync(own, "log-entry-wrong");
        await log.FillAsync("2026-02-06", "15:00", "15:50", "Bo, Ana", "We read a graph of two populations and asked what it does not show.");
        await Expect(log.Length).ToHaveTextAsync("50 minutes");
        await log.LogAsync();
        await log.Logged.WaitForAsync();
        await log.BeginAsync();
        await log.FillAsync("2026-02-13", "15:00", "16:10", "Chi", "Bo could not come. Ana told of her choice of college.");
        await Look.AtAsync(own, "log-entry-again");
        await log.LogAsync();
        await log.Logged.WaitForAsync();
        await Look.AtAsync(own, "log");
        await Pictures.TakeForReadmeAsync(own.Page, "log", height: 620);

        await desk.GotoAsync(desk.Url);
        await Look.AtAsync(desk, "log-review");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(desk.GetByText("2 entries done")).ToBeVisibleAsync();
        await Look.AtAsync(desk, "log-reviewed");
        await own.GetByRole(AriaRole.Link, new() { Name = "BIO 399" }).ClickAsync();
        await Expect(own.GetByText("2 of 30 hours approved")).ToBeVisibleAsync();
        await Look.AtAsync(own, "home-with-hours");
    }
}
