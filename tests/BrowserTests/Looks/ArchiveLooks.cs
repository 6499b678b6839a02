using System.IO.Compression;
using BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Looks;

/// <summary>What can be taken along, and who did what: the sample course in its sixth week.</summary>
public sealed class ArchiveLooks(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_course_and_the_own_work_are_taken_along_and_what_was_done_is_read()
    {
        var school = await OpenSchoolAsync(links: 7, members: 24);
        await school.Tool.AddLivingCourseAsync(school.Lms.Url, members: 24);
        var frame = await (await school.InstructorAsync()).OpenInTabAsync("Reflection 2: The first meeting");
        string visit = Visit(frame);
        await frame.GotoAsync($"{visit}/audit");
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Nothing has been noted yet" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "audit-empty");
        await frame.GotoAsync($"{visit}/rubrics");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Copy" }).First.PressAsync("Enter");
        await frame.GotoAsync($"{visit}/archive");
        await Look.AtAsync(frame, "archive");

        var download = await frame.Page.RunAndWaitForDownloadAsync(() => frame.GetByRole(AriaRole.Link, new() { Name = "Download", Exact = true }).PressAsync("Enter"));
        await using (var zip = await ZipFile.OpenReadAsync(await download.PathAsync(), TestContext.Current.CancellationToken))
            zip.Entries[^1].FullName.ShouldBe("complete.txt");
        download.SuggestedFilename.ShouldEndWith(".zip");
        await Expect(frame.Locator("[data-says]")).ToContainTextAsync("The last download was sent whole: 25 mentors");
        await Look.AtAsync(frame, "archive-done");
        await frame.GetByRole(AriaRole.Link, new() { Name = "Who has downloaded it, and when" }).PressAsync("Enter");
        await Expect(frame.GetByRole(AriaRole.Cell, new() { Name = "Downloaded the course" })).ToBeVisibleAsync();
        await frame.GetByRole(AriaRole.Link, new() { Name = "Show everything" }).PressAsync("Enter");
        await Expect(frame.GetByRole(AriaRole.Cell, new() { Name = "Added a rubric" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "audit");

        var own = await (await school.MentorAsync()).OpenInTabAsync("Reflection 1: Why I mentor");
        await own.GotoAsync($"{Visit(own)}/mine");
        await Expect(own.GetByRole(AriaRole.Button, new() { Name = "Print, or save as PDF" })).ToBeVisibleAsync();
        await Look.AtAsync(own, "mine");
        // On paper there is nothing to click, and every work begins a page.
        await own.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(own.GetByRole(AriaRole.Link, new() { Name = "Download as Markdown" })).ToBeHiddenAsync();
        await Expect(own.Locator(".work").Nth(1)).ToHaveCSSAsync("break-before", "page");
    }
}
