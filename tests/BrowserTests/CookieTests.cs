using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>The tool in a frame of another site, in browsers that keep cookies there, keep none, and keep none anywhere.</summary>
public sealed class CookieTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";
    private const string NoCookieLine = "status of 40[13]";

    [Theory]
    [InlineData("moodle", true)]
    [InlineData("canvas", true)]
    [InlineData("canvas", false)]
    public async Task Partitioned_cookies_open_the_link_in_the_frame(string manner, bool storageAnswers)
    {
        var school = await OpenSampleAsync(manner, storageAnswers);
        var mentor = await school.MentorAsync(screen: new() { Browser = BrowserKind.PrivateWindow });

        await ShouldBeAbleToWriteAsync(await mentor.OpenHereAsync(Link));

        // The second time the browser has shown that it keeps them: no page in between.
        await ShouldBeAbleToWriteAsync(await mentor.OpenHereAsync(Link));
    }

    [Fact]
    public async Task Where_the_platforms_page_keeps_the_binding_the_launch_is_accepted_and_the_tool_opens_in_a_tab()
    {
        var school = await OpenSampleAsync("canvas");
        var mentor = await school.MentorAsync(screen: Screen.Without(NoCookies.InFrames));
        mentor.Watch.Expect(NoCookieLine);

        var frame = await mentor.OpenHereAsync(Link);

        await Expect(frame.Locator("code")).ToHaveTextAsync("visit.no-cookie");
        await ShouldBeAbleToWriteAsync(await mentor.FollowToTabAsync(OneButton(frame)));
    }

    [Theory]
    [InlineData("moodle", true)]
    [InlineData("canvas", false)]
    public async Task Where_nobody_keeps_anything_one_button_starts_anew_in_a_tab(string manner, bool storageAnswers)
    {
        var school = await OpenSampleAsync(manner, storageAnswers);
        var mentor = await school.MentorAsync(screen: Screen.Without(NoCookies.InFrames));
        mentor.Watch.Expect(NoCookieLine);

        var frame = await mentor.TryHereAsync(Link);

        await Expect(frame.Locator("code")).ToHaveTextAsync("launch.cookie-missing");
        await ShouldBeAbleToWriteAsync(await mentor.FollowToTabAsync(OneButton(frame)));
    }

    [Fact]
    public async Task Where_cookies_are_off_altogether_the_tab_says_so_and_leads_in_no_circle()
    {
        var school = await OpenSampleAsync("moodle");
        var mentor = await school.MentorAsync(screen: Screen.Without(NoCookies.Anywhere));
        mentor.Watch.Expect(NoCookieLine);
        var frame = await mentor.TryHereAsync(Link);
        await Expect(frame.Locator("code")).ToHaveTextAsync("launch.cookie-missing");

        var tab = await mentor.FollowToTabAsync(OneButton(frame), there => there.Locator("code").WaitForAsync());

        await Expect(tab.Locator("code")).ToHaveTextAsync("launch.cookies-off");
        await Expect(OneButton(tab)).ToHaveCountAsync(0);
    }

    private static ILocator OneButton(IFrame frame) => frame.GetByRole(AriaRole.Link, new() { Name = "Open in a new tab" });

    private static async Task ShouldBeAbleToWriteAsync(IFrame frame)
    {
        var write = new Write(frame);
        await write.TypeAsync("It opened. ");
        await write.ShouldBeSavedAsync();
    }

    private async Task<School> OpenSampleAsync(string manner, bool storageAnswers = true)
    {
        var school = await OpenSchoolAsync(manner);
        school.Lms.Campus.Save(school.Lms.Campus.Settings with { KeepsData = storageAnswers });
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 4);
        return school;
    }
}
