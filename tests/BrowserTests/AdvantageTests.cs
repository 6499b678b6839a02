using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>LTI Advantage as people see it: the practice LMS drives it, in Moodle's manner and in Canvas's.</summary>
public sealed class AdvantageTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string First = "Reflection 1: Why I mentor";

    [Theory]
    [InlineData("moodle")]
    [InlineData("canvas")]
    public async Task An_administrator_registers_the_tool_by_an_invitation_and_an_instructor_opens_it(string manner)
    {
        var school = await OpenSchoolAsync(manner, isRegistered: false);
        var administrator = await school.InstructorAsync();
        await administrator.Page.GotoAsync($"{school.Lms.Url}/settings/tool");
        await administrator.Page.GetByLabel("Registration address of the tool").FillAsync(await school.Tool.InviteAsync());
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();

        var frame = administrator.Page.FrameLocator("iframe[name=registration]");
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "knows Mentor Course now" })).ToBeVisibleAsync();
        await Expect(frame.Locator("main")).ToContainTextAsync("It may send grades.");
        await Pictures.TakeAsync(administrator.Page, $"registered-{manner}");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Done: close this" }).ClickAsync();

        // Moodle holds it back until somebody activates it.
        await Expect(administrator.Page.GetByRole(AriaRole.Heading, new() { Name = "Mentor Course" })).ToBeVisibleAsync();
        if (manner == "moodle") await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Activate" }).ClickAsync();
        await Expect(administrator.Page.Locator("dl.facts")).ToContainTextAsync("Active");

        var opened = await administrator.OpenHereAsync(First);
        await Expect(opened.GetByRole(AriaRole.Heading, new() { Name = $"What should “{First}” open?" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("moodle")]
    [InlineData("canvas")]
    public async Task An_instructor_picks_one_activity_and_a_mentor_opens_the_link_that_the_LMS_made_of_it(string manner)
    {
        var school = await OpenSchoolAsync(manner);
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 4);
        var instructor = await school.InstructorAsync();
        await instructor.CourseAsync();
        var frame = await instructor.FollowToFrameAsync(instructor.Page.GetByRole(AriaRole.Link, new() { Name = "Choose one from the tool" }));

        // None fits, so a new one is made on the way.
        await frame.GetByRole(AriaRole.Link, new() { Name = "a reflection" }).ClickAsync();
        var form = new SetUp(frame);
        await form.Title.FillAsync("What the pond taught us");
        await form.CreateAsync();
        await Expect(frame.GetByLabel("What the pond taught us")).ToBeCheckedAsync();
        await AddAsync(frame);

        await Expect(instructor.Page.GetByText("1 link was made.")).ToBeVisibleAsync();
        var mentor = await school.MentorAsync();
        var opened = await mentor.OpenHereAsync("What the pond taught us");
        await Expect(opened.GetByRole(AriaRole.Heading, new() { Name = "What the pond taught us" })).ToBeVisibleAsync();
        school.Lms.Course.LineItems[^1].Label.ShouldBe("What the pond taught us");
    }

    [Theory]
    [InlineData("moodle")]
    [InlineData("canvas")]
    public async Task An_instructor_picks_several_at_once(string manner)
    {
        var school = await OpenSchoolAsync(manner);
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 4);
        var instructor = await school.InstructorAsync();
        int before = school.Lms.Course.Links.Count;
        await Look.AtAsync(await instructor.LaunchInTabAsync("/launch/pick/course-0?many=true"), $"place-{manner}");

        await instructor.CourseAsync();
        var frame = await instructor.FollowToFrameAsync(instructor.Page.GetByRole(AriaRole.Link, new() { Name = "Choose several from the tool" }));
        var boxes = frame.GetByRole(AriaRole.Checkbox);
        int count = await boxes.CountAsync();
        for (int i = 0; i < count; i++) await boxes.Nth(i).PressAsync("Space");
        await AddAsync(frame);

        await Expect(instructor.Page.GetByText($"{count} links were made.")).ToBeVisibleAsync();
        school.Lms.Course.Links.Count.ShouldBe(before + count);
        // Each with our id, its column and the dates that the activity has here.
        school.Lms.Course.Links.Skip(before).ShouldAllBe(link => link.Custom.ContainsKey("activity") && school.Lms.Course.LineItemsOf(link).Count == 1);
        school.Lms.Course.Links.Skip(before).Count(link => link.DueAt != null).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("moodle")]
    [InlineData("canvas")]
    public async Task Everybody_of_the_roster_is_there_before_their_first_launch(string manner)
    {
        var school = await OpenSchoolAsync(manner, members: 12);
        var instructor = await school.InstructorAsync();
        var frame = await instructor.OpenInTabAsync(First);
        await frame.GotoAsync($"{Visit(frame)}/people");

        await Expect(frame.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(12);
        await frame.GetByRole(AriaRole.Button, new() { Name = "Ask again" }).ClickAsync();
        await Expect(frame.GetByText(school.Lms.Course.Mentors[11].Name)).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("moodle")]
    [InlineData("canvas")]
    public async Task From_a_cell_of_the_gradebook_to_that_very_attempt_and_back_to_its_author(string manner)
    {
        var school = await OpenSchoolAsync(manner);
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 4);
        var instructor = await school.InstructorAsync();
        await instructor.CourseAsync();
        var frame = await instructor.FollowToFrameAsync(instructor.Page.GetByRole(AriaRole.Link, new() { Name = "Choose one from the tool" }));
        await frame.GetByLabel("Reflection 2").PressAsync("Space");
        await AddAsync(frame);
        await Expect(instructor.Page.GetByText("1 link was made.")).ToBeVisibleAsync();
        var link = school.Lms.Course.Links[^1];
        var mentor = await school.MentorAsync();
        var write = new Write(await mentor.LaunchInTabAsync($"/launch/{link.Id}"));
        await write.TypeAsync("Nobody had asked them before.");
        await write.ShouldBeSavedAsync();
        await write.HandInAsync();
        var column = school.Lms.Course.LineItemsOf(link)[0];
        await Eventually.Is(() => column.FindCell(mentor.Id)?.Grade.ActivityProgress is not null, "the LMS hears of it");

        await instructor.GradebookAsync();
        var attempt = await instructor.FollowToFrameAsync(instructor.Page.Locator($"tr[data-person='{mentor.Id}']").GetByRole(AriaRole.Link, new() { Name = "Open the work" }));
        await Expect(attempt.GetByText("Nobody had asked them before.")).ToBeVisibleAsync();
        await Expect(attempt.GetByRole(AriaRole.Button, new() { Name = "Release" })).ToBeVisibleAsync();

        await mentor.GradebookAsync();
        var own = await mentor.FollowToFrameAsync(mentor.Page.GetByRole(AriaRole.Link, new() { Name = "Open the work" }));
        await Expect(new Write(own).Text).ToContainTextAsync("Nobody had asked them before.");
        await Expect(own.GetByRole(AriaRole.Button, new() { Name = "Release" })).ToHaveCountAsync(0);
    }

    // By key: the frame may be growing under the mouse.
    private static Task AddAsync(IFrame frame) => frame.GetByRole(AriaRole.Button, new() { Name = "Add to" }).PressAsync("Enter");
}
