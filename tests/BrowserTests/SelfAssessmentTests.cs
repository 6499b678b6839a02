using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>A mentor places the own work on the rubric; the grader chooses first and sees it then; a level that gives a range is gone through by keys.</summary>
public sealed class SelfAssessmentTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";

    [Fact]
    public async Task A_self_assessment_shows_to_its_grader_after_the_choice_and_to_its_mentor_beside_the_grade()
    {
        var school = await OpenAskingSchoolAsync();
        var mentor = await (await school.MentorAsync()).OpenInTabAsync(Link);
        var write = new Write(mentor);
        await write.TypeAsync("She asked, and I let her answer it herself.");
        await write.LookOverAsync();
        await Look.AtAsync(mentor, "hand-in-self-assessment");
        var handIn = mentor.GetByRole(AriaRole.Button, new() { Name = "Hand in" });
        await ChoosesAsync(mentor, 1, "4");
        await handIn.PressAsync("Enter");
        await Expect(mentor.GetByText("Choose a level.").First).ToBeVisibleAsync();
        await Expect(LevelOf(mentor, 1, "4")).ToBeCheckedAsync();
        await Look.AtAsync(mentor, "hand-in-self-assessment-wrong");
        foreach (int criterion in new[] { 0, 2, 3 })
            await ChoosesAsync(mentor, criterion, "4");
        await handIn.PressAsync("Enter");
        await Expect(write.Chip).ToHaveTextAsync("Handed in");
        await Expect(mentor.Locator(".own-level")).ToHaveCountAsync(4);

        var grader = await (await school.InstructorAsync()).OpenInTabAsync(Link);
        var (assess, keys) = (new Assess(grader), grader.Page.Keyboard);
        await assess.GradeFirstByKeyAsync();
        await Expect(grader.Locator(".own-level:visible")).ToHaveCountAsync(0);
        await Expect(grader.Locator(".level-points:visible")).ToHaveCountAsync(0);
        await keys.PressAsync("1");
        await Expect(grader.Locator(".own-level:visible")).ToHaveCountAsync(1);
        await Expect(grader.Locator(".level-points:visible")).ToHaveCountAsync(1);
        await keys.PressAsync("-");
        await Expect(assess.Total).ToHaveTextAsync("4.5");
        await keys.PressAsync("-");
        await Expect(assess.Total).ToHaveTextAsync("4.5");
        await Look.AtAsync(grader, "attempt-self-assessment");
        foreach (string key in new[] { "j", "2", "j", "2", "j", "2" })
            await keys.PressAsync(key);
        await Expect(assess.Total).ToHaveTextAsync("16.5");
        await keys.PressAsync("r");
        await Expect(grader.GetByText("Released.").First).ToBeVisibleAsync();

        await mentor.GotoAsync(mentor.Url);
        await Expect(mentor.GetByText("You and your grader chose the same level for 3 of 4 criteria.")).ToBeVisibleAsync();
        await Expect(mentor.GetByText("16.5 of 20")).ToBeVisibleAsync();
        await Look.AtAsync(mentor, "feedback-self-assessment");
    }

    private static ILocator LevelOf(IFrame frame, int criterion, string level) => frame.Locator($"input[name='Form.Levels[{criterion}]'][value='{level}']");

    private static Task ChoosesAsync(IFrame frame, int criterion, string level) => LevelOf(frame, criterion, level).CheckAsync(new() { Force = true });

    /// <summary>The first reflection asks for a self-assessment, and the best level of its first criterion gives 4.5 to 5 points.</summary>
    private async Task<School> OpenAskingSchoolAsync()
    {
        var school = await OpenSchoolAsync(members: 1);
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 1);
        await school.Tool.InDatabaseAsync(async db =>
        {
            var activity = await db.Activities.SingleAsync(activity => activity.Title == Link);
            (activity.AsksSelfAssessment, activity.OpensAt, activity.DueAt, activity.ClosesAt) = (true, null, null, null);
            var rubric = await db.Rubrics.SingleAsync(rubric => rubric.Id == activity.RubricId);
            var first = rubric.Criteria[0];
            rubric.Criteria = [first with { Levels = [first.Levels[0] with { Least = 4.5m }, .. first.Levels.Skip(1)] }, .. rubric.Criteria.Skip(1)];
            await db.SaveChangesAsync();
        });
        return school;
    }
}
