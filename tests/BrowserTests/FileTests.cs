using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>Files that go with a reflection, in the LMS's frame.</summary>
public sealed class FileTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";

    [Fact]
    public async Task Pictures_and_PDFs_go_with_a_reflection_and_the_grader_sees_them_beside_the_text()
    {
        var school = await OpenSchoolAsync();
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 2);
        var mentor = await school.MentorAsync();
        var frame = await mentor.OpenHereAsync(Link);
        var write = new Write(frame);
        await write.TypeAsync("We drew a cell on the board.");
        await write.ShouldBeSavedAsync();
        var files = new Files(frame);
        var (picture, pdf) = await Files.OfAsync(frame.Page);
        await files.AddAsync(picture, pdf);
        await files.ShouldBeAsync("whiteboard.png", "reading list.pdf");

        await files.AddAsync(new FilePayload { Name = "program.pdf", MimeType = "application/pdf", Buffer = [0x4D, 0x5A, 0, 0] });
        await Expect(files.Error).ToContainTextAsync("whatever its name says");
        await files.AddAsync(new FilePayload { Name = "again.png", MimeType = "image/png", Buffer = picture.Buffer });
        await Expect(files.Error).ToBeEmptyAsync();
        await files.RemoveAsync("again.png");
        await files.ShouldBeAsync("whiteboard.png", "reading list.pdf");
        // The editor and its text are as they were.
        await Expect(write.Editor).ToHaveTextAsync("We drew a cell on the board.");
        await write.HandInAsync();
        await files.ShouldBeAsync("whiteboard.png", "reading list.pdf");

        var instructor = await school.InstructorAsync();
        var desk = await instructor.OpenHereAsync(Link);
        await desk.GetByRole(AriaRole.Link, new() { Name = "Grade the one that waits" }).PressAsync("Enter");
        var shown = new Files(desk);
        await shown.ShouldBeAsync("whiteboard.png", "reading list.pdf");
        await desk.WaitForFunctionAsync("() => { const i = document.querySelector('.files img'); i.loading = 'eager'; return i.complete && i.naturalWidth > 300 }");
        await desk.GetByText("Read it here").PressAsync("Enter");
        await Expect(desk.Locator(".file-reader iframe")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_connection_that_breaks_under_an_upload_is_said_and_the_file_can_be_chosen_again()
    {
        var school = await OpenSchoolAsync();
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 2);
        var mentor = await school.MentorAsync();
        mentor.Watch.Expect("ERR_INTERNET_DISCONNECTED");
        var frame = await mentor.OpenInTabAsync(Link);
        await new Write(frame).ReadyAsync();
        var files = new Files(frame);
        var (picture, pdf) = await Files.OfAsync(frame.Page);
        await mentor.Context.SetOfflineAsync(true);
        await files.AddAsync(picture);
        await Expect(files.Error).ToContainTextAsync("the connection broke");
        await mentor.Context.SetOfflineAsync(false);
        await files.AddAsync(picture, pdf);
        await files.ShouldBeAsync("whiteboard.png", "reading list.pdf");

        await Look.AtAsync(frame, "write-files");
        await new Write(frame).LookOverAsync();
        await Look.AtAsync(frame, "hand-in-files");
    }
}
