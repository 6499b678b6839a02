using BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Looks;

/// <summary>The sample course in its sixth week, as <c>./dev run</c> opens it.</summary>
public sealed class LivingLooks(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task The_sample_course_lives()
    {
        var school = await OpenSchoolAsync(links: 7, members: 24);
        await school.Tool.AddLivingCourseAsync(school.Lms.Url, members: 24);

        var frame = await (await school.InstructorAsync()).OpenInTabAsync("Reflection 2: The first meeting");
        await Expect(frame.GetByRole(AriaRole.Link, new() { Name = "that wait" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "living-submissions");
        await frame.GotoAsync($"{Visit(frame)}/");
        await Expect(frame.GetByText("reflections wait for you")).ToBeVisibleAsync();
        await ReloadUntilAsync(frame, frame.GetByText("1 grade needs a look"));
        await Look.AtAsync(frame, "living-home-instructor");
        await frame.GotoAsync($"{Visit(frame)}/queue");
        await Look.AtAsync(frame, "living-queue");
        await frame.GotoAsync($"{Visit(frame)}/gradebook");
        await Look.AtAsync(frame, "living-gradebook");
        await frame.GotoAsync($"{Visit(frame)}/people");
        await Look.AtAsync(frame, "living-people");
        await frame.GotoAsync($"{Visit(frame)}/term");
        await Expect(frame.GetByText("Mid-term break")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "living-term");
        await Pictures.TakeForReadmeAsync(frame.Page, "term", height: 720);
        await frame.GotoAsync($"{Visit(frame)}/groups");
        await Look.AtAsync(frame, "living-groups");
        await frame.GetByRole(AriaRole.Link, new() { Name = "Salt marsh" }).ClickAsync();
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "To come" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "living-group");
        await Pictures.TakeForReadmeAsync(frame.Page, "group", height: 720);
        await frame.GotoAsync($"{Visit(frame)}/hours");
        await Look.AtAsync(frame, "living-hours");
        await Pictures.TakeForReadmeAsync(frame.Page, "hours", height: 720);
        await frame.GotoAsync($"{Visit(frame)}/picture");
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "The term at a glance" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "living-picture");
        await frame.GotoAsync($"{Visit(frame)}/picture/weeks");
        await Expect(frame.Locator("canvas").First).ToBeVisibleAsync();
        await Look.AtAsync(frame, "living-weeks");
        await frame.GotoAsync($"{Visit(frame)}/picture/quiet?days=7");
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "gone quiet" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "living-quiet");
        await frame.GotoAsync($"{Visit(frame)}/");
        await frame.GetByRole(AriaRole.Link, new() { Name = "log entries to approve" }).ClickAsync();
        await Expect(frame.GetByText("Somebody should know").First).ToBeVisibleAsync();
        await Look.AtAsync(frame, "living-log-review");

        var own = await (await school.MentorAsync()).OpenInTabAsync("Reflection 1: Why I mentor");
        await Look.AtAsync(own, "living-feedback");
        await own.GotoAsync($"{Visit(own)}/");
        await Expect(own.GetByRole(AriaRole.Heading, new() { Name = "Came back" })).ToBeVisibleAsync();
        await Look.AtAsync(own, "living-home-mentor");
        await own.GotoAsync($"{Visit(own)}/path");
        await Expect(own.Locator("canvas").First).ToBeVisibleAsync();
        await Look.AtAsync(own, "living-path");
        var led = await (await school.MentorAsync(3)).OpenInTabAsync("Mentoring log");
        await led.GotoAsync($"{Visit(led)}/");
        await Look.AtAsync(led, "living-home-leader");
    }
}
