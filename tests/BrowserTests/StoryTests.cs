using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>The whole way of a reflection, from a link in the LMS to a grade in its gradebook.</summary>
public sealed class StoryTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 2: The first meeting";
    private const string First = "In our first session a mentee asked whether you have to be good at maths to study biology.";
    private const string Second = "I wanted to say no at once. Instead I asked what maths had been like.";
    private const string Third = "Next time I will ask first.";
    private const string Comment = "You listened before you advised - keep that.";

    [Theory]
    [InlineData("moodle")]
    [InlineData("canvas")]
    public async Task A_reflection_opened_from_an_LMS_becomes_a_grade_in_its_gradebook(string manner)
    {
        var school = await OpenSchoolAsync(manner);
        var instructor = await school.InstructorAsync();
        var mentor = await school.MentorAsync();

        await (await instructor.CourseAsync()).AddLinkAsync(Link, points: 20);
        await new SetUp(await mentor.OpenHereAsync(Link)).ShouldBeNotReadyAsync();
        await SetUpAsync(instructor);

        var frame = await mentor.OpenHereAsync(Link);
        await WriteWhileTheConnectionIsCutAsync(mentor, new(frame));
        frame = await mentor.OpenHereAsync(Link);
        await HandInTwiceAsync(new(frame));

        await GradeAsync(instructor);
        await Eventually.Is(() => school.Lms.GradeOf(mentor, Link).Score is not null, "the grade arrives");
        var grade = school.Lms.GradeOf(mentor, Link);
        grade.Score.ShouldBe(17);
        grade.Comments.ShouldHaveSingleItem().Text.ShouldBe(Comment);
        grade.SubmittedAt.ShouldNotBeNull();
        var cell = (await instructor.GradebookAsync()).CellOf(mentor);
        await Expect(cell).ToContainTextAsync("17");
        await Expect(cell).ToContainTextAsync(Comment);
        await Expect(cell.Locator("time").First).ToBeVisibleAsync();

        var read = new Write(await mentor.OpenHereAsync(Link));
        await Expect(read.Score).ToHaveTextAsync("17 of 20");
        await Expect(read.Feedback).ToContainTextAsync(Comment);
        await Expect(read.ChosenLevels).ToHaveCountAsync(4);
        await Expect(read.Text).ToContainTextAsync(Third);
    }

    private static async Task SetUpAsync(Person instructor)
    {
        var frame = await instructor.OpenHereAsync(Link);
        var setUp = new SetUp(frame);
        await setUp.ChooseNewReflectionAsync();
        await setUp.Title.FillAsync(Link);
        await setUp.CreateAsync();
        await frame.WaitForFunctionAsync("() => location.pathname.endsWith('/submissions')");
    }

    private static async Task WriteWhileTheConnectionIsCutAsync(Person mentor, Write write)
    {
        await write.TypeAsync(First);
        await write.ShouldBeSavedAsync();
        await Expect(write.Chip).ToHaveTextAsync("Draft");

        mentor.Watch.Expect("ERR_INTERNET_DISCONNECTED");
        await mentor.Context.SetOfflineAsync(true);
        await write.TypeAsync($" {Second}");
        await write.ShouldSayAsync("Not saved - your text is kept on this device");
        await Expect(write.Editor).ToContainTextAsync(Second);

        await mentor.Context.SetOfflineAsync(false);
        await write.ShouldBeSavedAsync();
        await write.ShouldSayAsync("33 words");
    }

    private static async Task HandInTwiceAsync(Write write)
    {
        await write.ReadyAsync();
        await Expect(write.Editor).ToHaveTextAsync($"{First} {Second}");
        await write.HandInAsync();
        await Expect(write.Text).ToContainTextAsync(Second);

        await write.TakeBackAsync();
        await write.TypeAsync($" {Third}");
        await write.HandInAsync();
        await Expect(write.Text).ToContainTextAsync(Third);
    }

    private static async Task GradeAsync(Person instructor)
    {
        var assess = new Assess(await instructor.OpenHereAsync(Link));
        await assess.GradeFirstAsync();
        await assess.ChooseByKeysAsync("1222");
        await Expect(assess.Total).ToHaveTextAsync("17");
        await assess.OverallComment.FillAsync(Comment);
        await assess.ReleaseAsync();
    }
}
