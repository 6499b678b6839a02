using BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Looks;

/// <summary>The pages on which rubrics are made.</summary>
public sealed class RubricLooks(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Rubrics_from_the_first_to_a_copy()
    {
        var school = await OpenSchoolAsync();
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 4);
        var frame = await (await school.InstructorAsync()).OpenInTabAsync("Reflection 1: Why I mentor");
        string visit = Visit(frame);
        await frame.GotoAsync($"{visit}/gradebook");
        await Look.AtAsync(frame, "gradebook-without-grades");
        await frame.GotoAsync($"{visit}/rubrics");
        await Look.AtAsync(frame, "rubrics");
        await frame.GetByRole(AriaRole.Link, new() { Name = "Reflection on mentoring", Exact = true }).ClickAsync();
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "As mentors see it" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "rubric");
        await frame.GotoAsync($"{visit}/rubrics/edit");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Save" }).Last.ClickAsync();
        await Expect(frame.GetByText("Say what this criterion looks at.")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "rubric-wrong");
    }
}
