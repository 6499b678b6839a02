using BrowserTests.Drivers;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Norming;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Looks;

/// <summary>A norming round from the first look to where graders differ; samples are scored by keyboard.</summary>
public sealed class NormingLooks(Chromium chromium) : BrowserTest(chromium)
{
    // For each of three other graders, what they choose for each of three samples.
    private static readonly string[][] OthersChose = [["1122", "2234", "1112"], ["1222", "2344", "1111"], ["1132", "2244", "1212"]];

    [Fact]
    public async Task Norming_from_the_first_round_to_where_graders_differ()
    {
        var school = await OpenSchoolAsync();
        await school.Tool.AddLivingCourseAsync(school.Lms.Url, members: 8);
        var frame = await (await school.InstructorAsync()).OpenInTabAsync("Reflection 1: Why I mentor");
        string visit = Visit(frame);
        await frame.GotoAsync($"{visit}/norming");
        await Look.AtAsync(frame, "norming-none");
        await frame.GetByRole(AriaRole.Link, new() { Name = "New round" }).ClickAsync();
        await MakeAsync(frame);
        await Look.AtAsync(frame, "norming-round");
        await school.Tool.InDatabaseAsync(ScoreAsync);

        await frame.GetByRole(AriaRole.Link, new() { Name = "Score the next sample" }).ClickAsync();
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Sample 1" })).ToBeVisibleAsync();
        await Expect(frame.Locator("[data-criterion][data-current]")).ToHaveCountAsync(1);
        await Look.AtAsync(frame, "norming-score");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Save and next" }).ClickAsync();
        await Expect(frame.GetByText("Choose a level.").First).ToBeVisibleAsync();
        await Look.AtAsync(frame, "norming-score-wrong");
        foreach (string levels in new[] { "1121", "2233", "1111" })
        {
            foreach (char key in levels)
            {
                await frame.Page.Keyboard.PressAsync($"{key}");
                await frame.Page.Keyboard.PressAsync("j");
            }

            await frame.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(frame.GetByText("Saved.")).ToBeVisibleAsync();
        }

        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Where you differ" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "norming-results");
        await frame.GetByRole(AriaRole.Link, new() { Name = "Sample 2" }).ClickAsync();
        await Expect(frame.GetByText("Too kind, I think.").First).ToBeVisibleAsync();
        await Look.AtAsync(frame, "norming-score-seen");
        await frame.GotoAsync($"{visit}/norming");
        await Look.AtAsync(frame, "norming");
    }

    private async Task MakeAsync(IFrame frame)
    {
        await frame.GetByLabel("Title", new() { Exact = true }).FillAsync("Before the midterm");
        await frame.GetByLabel("Rubric").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await frame.GetByLabel("Reflection", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await frame.GetByRole(AriaRole.Button, new() { Name = "Show what was handed in" }).ClickAsync();
        var texts = frame.Locator("input[name='Form.Picked']");
        await Expect(texts.First).ToBeVisibleAsync();
        for (int i = 0; i < 3; i++)
            await texts.Nth(i).CheckAsync();
        await Look.AtAsync(frame, "norming-pick");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Take what is ticked" }).ClickAsync();
        await Expect(frame.GetByLabel("Text of sample 3")).ToBeVisibleAsync();
        await frame.GetByLabel("Title of sample 3").FillAsync("");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Make the round" }).ClickAsync();
        await Expect(frame.GetByText("Give the sample a title.")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "norming-edit-wrong");
        await frame.GetByLabel("Title of sample 3").FillAsync("Sample 3, which is rather longer than the others");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Make the round" }).ClickAsync();
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Before the midterm" })).ToBeVisibleAsync();
    }

    private static async Task ScoreAsync(CourseDb db)
    {
        var round = await db.NormingRounds.Include(one => one.Samples).SingleAsync();
        var samples = round.Samples.OrderBy(sample => sample.Place).ToList();
        var graders = await db.Members.Where(member => member.Role == MemberRole.Mentor && member.Name != null).OrderBy(member => member.Name).Take(OthersChose.Length + 1).ToListAsync();
        foreach (var grader in graders)
            grader.Role = MemberRole.Instructor;
        for (int i = 0; i < OthersChose.Length; i++)
        {
            for (int at = 0; at < samples.Count; at++)
            {
                var score = new NormingScore { SampleId = samples[at].Id, GraderId = graders[i].Id };
                var marks = round.RubricThen.Select((criterion, place) => new Mark(criterion.Key, criterion.Levels[OthersChose[i][at][place] - '1'].Key, place == 2 ? "Too kind, I think." : ""));
                score.Write([.. marks], i == 0 ? "I would talk about this one with the mentor first." : "", round.MadeAt);
                db.Add(score);
            }
        }

        round.TakeScore(round.MadeAt);
        await db.SaveChangesAsync();
    }
}
