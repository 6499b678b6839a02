using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>What a person typed is sacred.</summary>
public sealed class DraftTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";
    private const string Saved = "What the server has.";
    private const string Typed = " What was typed when it was too late.";

    [Fact]
    public async Task Text_typed_after_the_session_ran_out_is_given_back_when_the_link_is_opened_again()
    {
        var school = await OpenSampleAsync();
        var mentor = await school.MentorAsync(screen: new() { Browser = BrowserKind.Everyday });
        await TypeAfterTheSessionRanOutAsync(school, mentor);

        var again = new Write(await mentor.OpenHereAsync(Link));

        await Expect(again.Restored).ToContainTextAsync("Text that this device had kept was put back.");
        await Expect(again.Editor).ToHaveTextAsync(Saved + Typed);
        await again.ShouldBeSavedAsync();
        await again.HandInAsync();
        await Expect(again.Text).ToContainTextAsync(Typed.Trim());
    }

    [Fact]
    public async Task Somebody_else_on_the_same_device_does_not_get_it()
    {
        var school = await OpenSampleAsync();
        var device = await school.MentorAsync(screen: new() { Browser = BrowserKind.Everyday });
        await TypeAfterTheSessionRanOutAsync(school, device);
        await device.LogOutAsync();

        await device.LogInAsync(school.Lms.Course.Mentors[1]);
        var frame = await device.OpenHereAsync(Link);
        var other = new Write(frame);

        await other.ReadyAsync();
        await Expect(other.Editor).ToBeEmptyAsync();
        await Expect(other.Restored).ToBeHiddenAsync();
        (await frame.EvaluateAsync<string>("() => JSON.stringify(localStorage)")).ShouldNotContain(Typed.Trim());
    }

    [Fact]
    public async Task A_browser_that_keeps_nothing_for_a_frame_is_not_said_to_keep_the_text()
    {
        var school = await OpenSampleAsync();
        var mentor = await school.MentorAsync(screen: new() { Browser = BrowserKind.PrivateWindow });
        mentor.Watch.Expect("ERR_INTERNET_DISCONNECTED");
        var write = new Write(await mentor.OpenHereAsync(Link));
        await write.ReadyAsync();

        await mentor.Context.SetOfflineAsync(true);
        await write.TypeAsync(Saved);
        await write.ShouldSayAsync("Stay on this page until it is saved");

        await mentor.Context.SetOfflineAsync(false);
        await write.ShouldBeSavedAsync();
    }

    [Fact]
    public async Task Two_tabs_that_write_the_same_reflection_do_not_overwrite_each_other()
    {
        var school = await OpenSampleAsync();
        var mentor = await school.MentorAsync();
        mentor.Watch.Expect("status of 409");
        var one = new Write(await mentor.OpenInTabAsync(Link));
        var two = new Write(await mentor.OpenInTabAsync(Link));
        await one.ReadyAsync();

        await two.TypeAsync("From the second tab.");
        await two.ShouldBeSavedAsync();
        await one.TypeAsync("From the first tab.");

        await one.ShouldSayAsync("another tab has saved a different text");
        await Expect(one.Conflict).ToBeVisibleAsync();
        await Expect(one.Editor).ToHaveTextAsync("From the first tab.");
        await one.GoOnWithMineAsync();
        await one.ShouldBeSavedAsync();
        await Expect(one.Conflict).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_script_a_reflection_can_be_written_saved_and_handed_in()
    {
        var school = await OpenSampleAsync();
        var mentor = await school.MentorAsync(screen: new() { HasScript = false });
        mentor.Watch.Expect("favicon.ico");
        var write = new Write(await mentor.OpenInTabAsync(Link));

        await write.Editor.FillAsync("Written *without* script.");
        await write.SaveAsync();
        await write.ShouldSayAsync("3 words");
        await write.HandInAsync();

        await Expect(write.Text).ToHaveTextAsync("Written without script.");
        await Expect(write.Text.Locator("em")).ToHaveTextAsync("without");
    }

    private async Task<School> OpenSampleAsync()
    {
        var school = await OpenSchoolAsync();
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 4);
        return school;
    }

    private static async Task TypeAfterTheSessionRanOutAsync(School school, Person mentor)
    {
        mentor.Watch.Expect("status of 401");
        var write = new Write(await mentor.OpenHereAsync(Link));
        await write.TypeAsync(Saved);
        await write.ShouldBeSavedAsync();

        await school.Tool.InDatabaseAsync(db => db.Visits.ExecuteDeleteAsync());
        await write.TypeAsync(Typed);
        await write.ShouldSayAsync("your time here ran out");
        await Expect(write.Editor).ToHaveTextAsync(Saved + Typed);
    }
}
