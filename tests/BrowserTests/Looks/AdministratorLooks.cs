using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Looks;

/// <summary>From the invitation to a course: what the guides in lti-config show, and what an instructor sees when something in the LMS is gone or over.</summary>
public sealed class AdministratorLooks(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";

    [Fact]
    public async Task An_invitation_is_made_and_the_LMS_registers_itself()
    {
        var school = await OpenSchoolAsync(isRegistered: false);
        var administrator = await school.InstructorAsync();
        var tab = await administrator.Context.NewPageAsync();
        await tab.GotoAsync($"{school.Tool.Url}/lti/invite");
        await Look.AtAsync(tab.MainFrame, "invite");
        await tab.GetByLabel("What should the platform be called?").FillAsync("Our Moodle");
        await tab.GetByLabel("Administrator’s key").FillAsync(Tool.AdministratorsKey);
        await Pictures.TakeForReadmeAsync(tab, "guide-invite", height: 520);
        await tab.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }).ClickAsync();
        string address = await tab.GetByLabel("Registration URL").InputValueAsync();
        await Look.AtAsync(tab.MainFrame, "invitation");

        await administrator.Page.GotoAsync($"{school.Lms.Url}/settings/tool");
        await administrator.Page.GetByLabel("Registration address of the tool").FillAsync(address);
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        await Expect(administrator.Page.FrameLocator("iframe[name=registration]").GetByRole(AriaRole.Heading, new() { Name = "Our Moodle knows Mentor Course now" })).ToBeVisibleAsync();
        await Pictures.TakeForReadmeAsync(administrator.Page, "guide-registered", height: 620);
    }

    [Fact]
    public async Task Activities_are_picked_a_column_is_lost_and_the_run_ends()
    {
        var school = await OpenSchoolAsync();
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 4);
        var instructor = await school.InstructorAsync();
        var frame = await instructor.LaunchInTabAsync("/launch/pick/course-0?many=true");
        await Look.AtAsync(frame, "place");
        await Pictures.TakeForReadmeAsync(frame.Page, "guide-place", height: 640);

        frame = await instructor.OpenInTabAsync(Link);
        school.Lms.Campus.Remove(school.Lms.Course.LineItems[0]);
        await instructor.OpenInTabAsync(Link);
        var lost = frame.GetByText("was deleted in the gradebook of");
        await ReloadUntilAsync(frame, lost);
        await Look.AtAsync(frame, "column-lost");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Make the column again, with all grades" }).ClickAsync();
        await Expect(lost).ToHaveCountAsync(0);

        await frame.GotoAsync($"{Visit(frame)}/run");
        await Look.AtAsync(frame, "run");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Archive this run" }).ClickAsync();
        await frame.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Archive this run" }).ClickAsync();
        await Expect(frame.GetByText("This run was archived")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "run-archived");
        await frame.GotoAsync($"{Visit(frame)}/courses");
        await Look.AtAsync(frame, "courses-archived");
    }
}
