using BrowserTests.Drivers;
using BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Looks;

/// <summary>Leaders are named and given their mentors; what they see then.</summary>
public sealed class PeopleLooks(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";

    [Fact]
    public async Task Leaders_from_the_list_of_people_to_their_own_pages()
    {
        var school = await OpenSchoolAsync();
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 6);
        var (leader, mentor) = (school.Lms.Course.Mentors[0], school.Lms.Course.Mentors[1]);
        var write = new Write(await (await school.MentorAsync(1)).OpenInTabAsync(Link));
        await write.TypeAsync("She said that nobody had asked her before.");
        await write.ShouldBeSavedAsync();
        await write.HandInAsync();
        var led = await school.MentorAsync();
        var own = await led.OpenInTabAsync(Link);

        var frame = await (await school.InstructorAsync()).OpenInTabAsync(Link);
        await frame.GotoAsync($"{Visit(frame)}/people");
        await frame.GetByLabel($"Choose {leader.Name}").CheckAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Make them mentor leaders" }).ClickAsync();
        await Expect(frame.GetByText("1 mentor leader more")).ToBeVisibleAsync();
        await frame.GetByLabel($"Choose {mentor.Name}").CheckAsync();
        await frame.GetByLabel("Mentor leader", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await frame.GetByRole(AriaRole.Button, new() { Name = "Give to this leader" }).ClickAsync();
        await Expect(frame.GetByText("1 mentor was given to the leader.")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "people");
        await frame.GotoAsync($"{Visit(frame)}/");
        await Look.AtAsync(frame, "home-instructor-sections");

        await own.GotoAsync($"{Visit(own)}/");
        await Look.AtAsync(own, "home-leader");
        await own.GetByRole(AriaRole.Link, new() { Name = Link }).First.ClickAsync();
        await Expect(own.GetByText("These are the mentors you look after")).ToBeVisibleAsync();
        await Look.AtAsync(own, "leader-submissions");
        await own.GetByRole(AriaRole.Link, new() { Name = mentor.Name }).ClickAsync();
        await Expect(own.GetByRole(AriaRole.Heading, new() { Name = mentor.Name })).ToBeVisibleAsync();
        await Look.AtAsync(own, "leader-reads");
    }
}
