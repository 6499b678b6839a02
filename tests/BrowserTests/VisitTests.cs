using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>A launch opens a visit: whose it is hangs on the launch, not on the browser.</summary>
public sealed class VisitTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";

    [Fact]
    public async Task Two_tabs_with_two_roles_in_one_browser_do_not_mix()
    {
        var school = await OpenSampleAsync();
        var device = await school.MentorAsync();
        var mentor = await device.OpenInTabAsync(Link);
        var write = new Write(mentor);
        await write.TypeAsync("Written in the one tab.");

        await device.LogOutAsync();
        await device.LogInAsync(school.Lms.Course.Instructor);
        var instructor = await device.OpenInTabAsync(Link);
        await Expect(instructor.Locator("body")).ToHaveAttributeAsync("data-role", "instructor");

        await write.HandInAsync();
        await Expect(mentor.Locator("body")).ToHaveAttributeAsync("data-role", "mentor");
        await Expect(mentor.Locator(".bar-who")).ToContainTextAsync(school.Lms.Course.Mentors[0].Name);

        await instructor.GotoAsync(instructor.Url);
        await new Assess(instructor).OpenAsync(school.Lms.Course.Mentors[0].Name);
        await Expect(instructor.Locator(".bar-who")).ToContainTextAsync(school.Lms.Course.Instructor.Name);
        await Expect(instructor.Locator(".split-main")).ToContainTextAsync("Written in the one tab.");
    }

    [Fact]
    public async Task Where_a_frame_gets_no_cookie_one_button_opens_a_tab_of_its_own()
    {
        var school = await OpenSampleAsync();
        var mentor = await school.MentorAsync();
        mentor.Watch.Expect("status of 401");
        var frame = await mentor.OpenHereAsync(Link);

        // As if the browser had never kept it.
        await mentor.Context.ClearCookiesAsync(new() { Name = "mc" });
        await frame.GotoAsync(frame.Url);
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "One more step" })).ToBeVisibleAsync();
        var tab = await mentor.Context.RunAndWaitForPageAsync(() => frame.GetByRole(AriaRole.Link, new() { Name = "Open in a new tab" }).ClickAsync());

        var write = new Write(tab.MainFrame);
        await write.TypeAsync("Written in a tab of its own.");
        await write.ShouldBeSavedAsync();

        // The code works once: the same address in another browser opens nothing.
        await frame.GotoAsync(frame.Url);
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Open this from your course" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Somebody_elses_visit_shows_nothing()
    {
        var school = await OpenSampleAsync();
        var frame = await (await school.MentorAsync()).OpenInTabAsync(Link);
        var stranger = await school.MentorAsync(1);
        stranger.Watch.Expect("status of 401");

        await stranger.Page.GotoAsync(frame.Url);

        await Expect(stranger.Page.Locator("main.refusal")).ToBeVisibleAsync();
        await Expect(stranger.Page.Locator("body")).ToHaveAttributeAsync("data-role", "none");
    }

    private async Task<School> OpenSampleAsync()
    {
        var school = await OpenSchoolAsync();
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 4);
        return school;
    }
}
