using BrowserTests.Drivers;
using BrowserTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>A session is logged on a phone, and nothing of it is lost.</summary>
public sealed class LogTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";
    private const string Did = "We read a graph of two populations.";

    [Fact]
    public async Task A_session_is_logged_on_a_phone_although_the_connection_drops_and_the_page_is_reloaded()
    {
        var school = await OpenSchoolAsync();
        var setUp = new LogPages(await (await school.InstructorAsync()).OpenInTabAsync(Link));
        await setUp.ChooseAsync();
        await setUp.CreateAsync();

        var mentor = await school.MentorAsync(screen: new() { Width = 360, Height = 740 });
        mentor.Watch.Expect("favicon.ico");
        var frame = await mentor.OpenInTabAsync(Link);
        var log = new LogPages(frame);
        await log.BeginAsync();
        await log.FillAsync("2026-02-06", "15:00", "15:50", "Bo, Ana", Did);
        await Expect(log.Length).ToHaveTextAsync("50 minutes");

        await mentor.Context.SetOfflineAsync(true);
        await log.LogAsync();
        await Expect(log.Offline).ToBeVisibleAsync();
        await Expect(log.Did).ToHaveValueAsync(Did);

        // The phone throws the page away meanwhile.
        await mentor.Context.SetOfflineAsync(false);
        await frame.GotoAsync(frame.Url);
        await Expect(log.PutBack).ToBeVisibleAsync();
        await Expect(log.Did).ToHaveValueAsync(Did);
        await Expect(log.From).ToHaveValueAsync("15:00");
        await Expect(log.Others).ToHaveValueAsync("Bo, Ana");
        await log.LogAsync();
        await Expect(log.Logged).ToBeVisibleAsync();

        // What has arrived is kept no longer.
        await log.BeginAsync();
        await Expect(log.Did).ToHaveValueAsync("");
        await Expect(log.PutBack).ToBeHiddenAsync();
    }
}
