using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Looks;

/// <summary>A course on its first day: empty pages that teach, and the way to the first reflection.</summary>
public sealed class EmptyCourseLooks(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";

    [Fact]
    public async Task Mentors_who_come_too_early_are_told_kindly()
    {
        var school = await OpenSchoolAsync();
        var frame = await (await school.MentorAsync()).OpenInTabAsync(Link);
        await new SetUp(frame).ShouldBeNotReadyAsync();
        await Look.AtAsync(frame, "link-not-ready");

        await frame.GetByRole(AriaRole.Link, new() { Name = "See what is due" }).ClickAsync();
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Nothing here yet" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "home-mentor-empty");
    }

    [Fact]
    public async Task An_instructor_sets_up_the_first_reflection()
    {
        var school = await OpenSchoolAsync(links: 2);
        var instructor = await school.InstructorAsync();
        var frame = await instructor.OpenInTabAsync(Link);
        var setUp = new SetUp(frame);
        await Look.AtAsync(frame, "link-set-up-first");

        string visit = frame.Url[..frame.Url.IndexOf("/links", StringComparison.Ordinal)];
        await frame.GotoAsync($"{visit}/");
        await Look.AtAsync(frame, "home-instructor-empty");
        await frame.GotoAsync($"{visit}/deliveries");
        await Look.AtAsync(frame, "deliveries-empty");

        await (await instructor.CourseAsync()).OpenInTabAsync(Link);
        await frame.GotoAsync($"{visit}/");
        await frame.GetByRole(AriaRole.Link, new() { Name = "New reflection" }).ClickAsync();
        await Look.AtAsync(frame, "reflection-new");

        await setUp.Title.FillAsync("");
        await setUp.Points.FillAsync("many");
        await setUp.Due.FillAsync("2026-10-02T23:59");
        await setUp.Closes.FillAsync("2026-10-01T23:59");
        await setUp.CreateAsync();
        await Expect(frame.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(setUp.Points).ToHaveValueAsync("many");
        await Look.AtAsync(frame, "reflection-new-errors");

        await setUp.Title.FillAsync(Link);
        await setUp.Points.FillAsync("20");
        await setUp.Closes.FillAsync("");
        await setUp.CreateAsync();
        await frame.WaitForFunctionAsync("() => location.pathname.endsWith('/submissions')");
        await Look.AtAsync(frame, "submissions-empty");

        var second = await instructor.OpenInTabAsync(Link);
        await Look.AtAsync(second, "link-set-up-choices");
        await Pictures.TakeForReadmeAsync(second.Page, "set-up", height: 560);
    }
}
