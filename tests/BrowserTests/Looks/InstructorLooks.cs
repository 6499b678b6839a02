using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Looks;

/// <summary>What instructors see, in all its states.</summary>
public sealed class InstructorLooks(Chromium chromium, LivelyCourse course) : BrowserTest(chromium)
{
    private School School => course.School;

    public override async ValueTask InitializeAsync() => await course.VisitAsync(Chromium);

    [Fact]
    public async Task Home_submissions_and_deliveries()
    {
        var instructor = await School.InstructorAsync();
        var frame = await instructor.OpenInTabAsync(LivelyCourse.First);
        await Look.AtAsync(frame, "submissions");
        await Pictures.TakeForReadmeAsync(frame.Page, "submissions", height: 660);

        await frame.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await Look.AtAsync(frame, "reflection-settings");
        await frame.GetByLabel("Title", new() { Exact = true }).FillAsync("Reflection 1: Why I became a mentor");
        await frame.GetByLabel("Points").FillAsync("10");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).PressAsync("Enter");
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Save these changes" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "reflection-changes");
        await frame.GetByRole(AriaRole.Link, new() { Name = "BIO 399" }).ClickAsync();
        await Expect(frame.GetByText("wait for you")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "home-instructor");
        await Pictures.TakeForReadmeAsync(frame.Page, "home-instructor", height: 640);

        await frame.GetByRole(AriaRole.Link, new() { Name = "needs a look" }).ClickAsync();
        await Expect(frame.GetByText("Needs you").First).ToBeVisibleAsync();
        await Look.AtAsync(frame, "deliveries");
        await frame.GetByRole(AriaRole.Row).Filter(new() { HasText = "Needs you" }).GetByRole(AriaRole.Link).ClickAsync();
        await Look.AtAsync(frame, "receipt-in-trouble");
        await frame.GotoAsync(frame.Url[..frame.Url.LastIndexOf('/')]);
        await frame.GetByRole(AriaRole.Link, new() { Name = School.Lms.Course.Mentors[0].Name }).First.ClickAsync();
        await Look.AtAsync(frame, "receipt");
        await Pictures.TakeForReadmeAsync(frame.Page, "receipt", height: 600);

        await frame.GotoAsync(frame.Url[..frame.Url.IndexOf("/deliveries", StringComparison.Ordinal)] + "/gradebook");
        await Expect(frame.GetByText("needs you").First).ToBeVisibleAsync();
        await Look.AtAsync(frame, "gradebook");
        await Pictures.TakeForReadmeAsync(frame.Page, "course-gradebook", height: 560);
    }

    [Fact]
    public async Task Grading()
    {
        var instructor = await School.InstructorAsync();
        var frame = await instructor.OpenInTabAsync(LivelyCourse.First);
        string list = frame.Url;
        var assess = new Assess(frame);
        await assess.OpenAsync(School.Lms.Course.Mentors[5].Name);
        await Look.AtAsync(frame, "attempt-fresh");

        frame.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await frame.Locator("button[value=release]").ClickAsync();
        await Expect(frame.GetByText("Choose a level.").First).ToBeVisibleAsync();
        await Look.AtAsync(frame, "attempt-errors");

        await assess.ChooseByKeysAsync("1112");
        await assess.OverallComment.FillAsync(Texts.All[5].Comment);
        await Look.AtAsync(frame, "attempt-chosen");

        var other = await instructor.OpenInTabAsync(LivelyCourse.First);
        await new Assess(other).OpenAsync(School.Lms.Course.Mentors[5].Name);
        await assess.SaveDraftAsync();
        await Expect(frame.GetByRole(AriaRole.Status).First).ToContainTextAsync("Saved.");
        await Look.AtAsync(frame, "attempt-draft");
        await new Assess(other).ChooseByKeysAsync("2222");
        await new Assess(other).SaveDraftAsync();
        await Expect(other.GetByText("saved this assessment while you were grading")).ToBeVisibleAsync();
        await Look.AtAsync(other, "attempt-other-grader");

        await frame.GotoAsync(list);
        await assess.OpenAsync(School.Lms.Course.Mentors[0].Name);
        await Look.AtAsync(frame, "attempt-released");
    }

    [Fact]
    public async Task Grading_for_the_README()
    {
        var frame = await (await School.InstructorAsync()).OpenInTabAsync(LivelyCourse.First);
        var assess = new Assess(frame);
        await assess.OpenAsync(School.Lms.Course.Mentors[6].Name);

        await assess.ChooseByKeysAsync(Texts.All[6].Levels);

        await Expect(assess.Total).ToHaveTextAsync("18");
        await frame.EvaluateAsync("() => scrollTo(0, 0)");
        await Pictures.TakeForReadmeAsync(frame.Page, "grading", height: 720);
    }

    [Fact]
    public async Task The_gradebook_of_the_LMS()
    {
        var instructor = await School.InstructorAsync();
        await instructor.GradebookAsync();
        await Pictures.TakeAsync(instructor.Page, "lms-gradebook");
        await Pictures.TakeForReadmeAsync(instructor.Page, "gradebook", height: 600);

        var mentor = await School.MentorAsync();
        await mentor.OpenHereAsync(LivelyCourse.Second);
        await Expect(mentor.Page.FrameLocator("iframe").Locator(".ProseMirror")).ToBeVisibleAsync();
        await Pictures.TakeForReadmeAsync(mentor.Page, "write", height: 720);
    }
}
