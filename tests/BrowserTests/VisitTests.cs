using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.EntityFrameworkCore;
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

        var write = new Write(await mentor.FollowToTabAsync(frame.GetByRole(AriaRole.Link, new() { Name = "Open in a new tab" })));
        await write.TypeAsync("Written in a tab of its own.");
        await write.ShouldBeSavedAsync();

        // The code works once: the same address in another browser opens nothing.
        await frame.GotoAsync(frame.Url);
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Open this from your course" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Twelve_launches_in_one_browser_all_stay_open()
    {
        var school = await OpenSampleAsync();
        var device = await school.MentorAsync();
        var first = await device.OpenInTabAsync(Link);
        for (int i = 1; i < 12; i++) await device.OpenInTabAsync(Link);
        var inFrame = await device.OpenHereAsync(Link);

        var write = new Write(first);
        await write.TypeAsync("Written in the first of them.");
        await write.ShouldBeSavedAsync();
        await inFrame.GotoAsync(inFrame.Url);
        await Expect(inFrame.Locator("body")).ToHaveAttributeAsync("data-role", "mentor");
    }

    [Fact]
    public async Task Reload_stays_on_the_page_and_back_returns_to_the_course()
    {
        var school = await OpenSampleAsync();
        var mentor = await school.MentorAsync();
        var frame = await mentor.OpenHereAsync(Link);
        string visit = Visit(frame);

        // A step back while the page is still being loaded would be lost.
        await frame.EvaluateAsync("() => { window.isFirst = true; location.reload() }");
        await frame.WaitForFunctionAsync("() => !window.isFirst && document.readyState === 'complete'");
        await Expect(frame.Locator("body")).ToHaveAttributeAsync("data-role", "mentor");
        Visit(frame).ShouldBe(visit);

        // The launch left nothing behind in the history that would start it again.
        await mentor.Page.GoBackAsync();
        await mentor.Page.WaitForFunctionAsync("() => location.pathname === '/courses/course-0'");
        await mentor.Page.GoForwardAsync();
        var again = mentor.Page.Frame("tool")!;
        await Expect(again.Locator("body")).ToHaveAttributeAsync("data-role", "mentor");
    }

    [Fact]
    public async Task Reloading_the_tab_of_a_launch_and_going_back_in_it_end_on_useful_pages()
    {
        var school = await OpenSampleAsync();
        var mentor = await school.MentorAsync();
        var tab = await mentor.OpenInTabAsync(Link);

        await tab.Page.ReloadAsync();
        await Expect(tab.Locator("body")).ToHaveAttributeAsync("data-role", "mentor");
        await tab.Locator(".bar-where a").First.ClickAsync();
        await tab.WaitForFunctionAsync("() => !location.pathname.includes('reflections')");
        await Expect(tab.Locator("h1")).ToBeVisibleAsync();
        await tab.Page.GoBackAsync();
        await new Write(tab).TypeAsync("Back where I was.");
    }

    [Fact]
    public async Task A_bookmarked_page_works_while_the_visit_does_and_says_afterwards_where_to_go()
    {
        var school = await OpenSampleAsync();
        var mentor = await school.MentorAsync();
        mentor.Watch.Expect("status of 401");
        var tab = await mentor.OpenInTabAsync(Link);
        string bookmark = tab.Url;

        var later = await mentor.Context.NewPageAsync();
        await later.GotoAsync(bookmark);
        await Expect(later.Locator("body")).ToHaveAttributeAsync("data-role", "mentor");

        await school.Tool.InDatabaseAsync(db => db.Visits.ExecuteUpdateAsync(set => set.SetProperty(visit => visit.ExpiresAt, TimeProvider.System.GetUtcNow().AddMinutes(-1))));
        await later.GotoAsync(bookmark);
        await Expect(later.Locator("code")).ToHaveTextAsync("visit.over");
        await Expect(later.Locator("main")).ToContainTextAsync("course");
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
