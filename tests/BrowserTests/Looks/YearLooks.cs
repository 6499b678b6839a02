using BrowserTests.Drivers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Looks;

/// <summary>The pages of a mentoring year: term, programme, groups, sessions, hours, rules.</summary>
public sealed class YearLooks(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";

    [Fact]
    public async Task A_term_from_nothing_to_weeks_that_move()
    {
        var school = await OpenSchoolAsync();
        var frame = await (await school.InstructorAsync()).OpenInTabAsync(Link);
        string visit = Visit(frame);
        await frame.GotoAsync($"{visit}/");
        await frame.GetByRole(AriaRole.Link, new() { Name = "Set up a term" }).ClickAsync();
        await frame.GetByLabel("First day").FillAsync("2030-01-28");
        await frame.GetByLabel("Weeks", new() { Exact = true }).FillAsync("10");
        await frame.GetByLabel("Name").First.FillAsync("Spring break");
        await frame.GetByLabel("From").First.FillAsync("2030-03-11");
        await frame.GetByLabel("To").First.FillAsync("2030-03-15");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Show the dates" }).PressAsync("Enter");
        await Expect(frame.GetByText("Week 10 · due Fri 12 Apr")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "term-new");
        await frame.GetByLabel("To").First.FillAsync("2030-03-01");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Show the dates" }).PressAsync("Enter");
        await Expect(frame.GetByText("It ends before it starts.")).ToBeVisibleAsync();
        await frame.GetByLabel("To").First.FillAsync("2030-03-15");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Show the dates" }).PressAsync("Enter");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Set up this term" }).PressAsync("Enter");
        await Expect(frame.GetByText("The term is set up.")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "term");

        await frame.GetByRole(AriaRole.Button, new() { Name = "Move week 5 and all that follow a week later" }).PressAsync("Enter");
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Week 5 and all that follow, a week later" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "term-move");
        await frame.GotoAsync($"{visit}/term/edit");
        await Look.AtAsync(frame, "term-edit");
        await frame.GotoAsync($"{visit}/");
        // The term picture, which comes a moment later, has a link of the same name.
        await frame.GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Link, new() { Name = "Halfway" }).ClickAsync();
        await frame.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await frame.GetByLabel("Loses a day, in %").FillAsync("10");
        await frame.GetByLabel("Not below, in %").FillAsync("100");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.PressAsync("Enter");
        await Expect(frame.GetByText("the two contradict each other")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "reflection-rules");

        await frame.GotoAsync($"{visit}/standing/edit");
        await Look.AtAsync(frame, "standing-settings");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Create" }).PressAsync("Enter");
        await Expect(frame.GetByText("Hand in 5 reflections")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "standing-review");
    }

    [Fact]
    public async Task Groups_sessions_and_hours_from_the_list_to_the_phone()
    {
        var school = await OpenSchoolAsync();
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 6);
        var (ash, elm) = (school.Lms.Course.Mentors[0], school.Lms.Course.Mentors[1]);
        var own = await (await school.MentorAsync()).OpenInTabAsync(Link);
        await (await school.MentorAsync(1)).OpenInTabAsync(Link);
        var frame = await (await school.InstructorAsync()).OpenInTabAsync(Link);
        string visit = Visit(frame);
        await frame.GotoAsync($"{visit}/groups/import");
        await frame.GetByLabel("Or paste it").FillAsync($"group,mentor,mentee\nGroup 1,{ash.Id},Bo\nGroup 1,,Ana\nGroup 2,{elm.Id},Chi\nGroup 3,Nobody Known,Dee");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Take it in" }).PressAsync("Enter");
        await Expect(frame.GetByText("Nothing was taken in:")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "groups-import-wrong");
        await frame.GetByLabel("Or paste it").FillAsync($"group,mentor,mentee\nGroup 1,{ash.Id},Bo\nGroup 1,,Ana\nGroup 1,,Kim\nGroup 2,{elm.Id},Chi\nGroup 3,,Dee");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Take it in" }).PressAsync("Enter");
        await Expect(frame.GetByText("The list brought 3 new groups and 5 mentees.")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "groups");

        await frame.GetByRole(AriaRole.Link, new() { Name = "Group 1" }).ClickAsync();
        await frame.GetByRole(AriaRole.Link, new() { Name = "Change the group" }).ClickAsync();
        await frame.GetByLabel("Day", new() { Exact = true }).SelectOptionAsync("Wednesday");
        await frame.GetByLabel("Time", new() { Exact = true }).FillAsync("15:30");
        await frame.GetByLabel("First day").FillAsync("2026-09-02");
        await frame.GetByLabel("Last day").FillAsync("2031-01-01");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Save" }).PressAsync("Enter");
        await Expect(frame.GetByText("It ends before it starts.").Or(frame.GetByText("A weekly slot goes on for at most"))).ToBeVisibleAsync();
        await Look.AtAsync(frame, "group-edit-wrong");
        await frame.GetByLabel("First day").FillAsync(TimeProvider.System.GetUtcNow().AddDays(-21).ToString("yyyy-MM-dd", null));
        await frame.GetByLabel("Last day").FillAsync(TimeProvider.System.GetUtcNow().AddDays(28).ToString("yyyy-MM-dd", null));
        await frame.GetByRole(AriaRole.Button, new() { Name = "Save" }).PressAsync("Enter");
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "To come" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "group");
        await frame.GetByRole(AriaRole.Link, new() { Name = "Change the session of" }).First.ClickAsync();
        await Look.AtAsync(frame, "session-change");

        await own.GotoAsync($"{Visit(own)}/");
        await own.GetByRole(AriaRole.Link, new() { Name = "Log the session" }).First.ClickAsync();
        await Expect(own.GetByRole(AriaRole.Heading, new() { Name = "How was it with Group 1?" })).ToBeVisibleAsync();
        await Look.AtAsync(own, "session-log");
        await Pictures.TakeForReadmeAsync(own.Page, "session-log", height: 720);
        await own.GetByLabel("What did you do?").FillAsync("We read a graph of two populations.");
        await own.GetByLabel("Somebody should know").CheckAsync();
        await own.GetByRole(AriaRole.Button, new() { Name = "Log it" }).PressAsync("Enter");
        await Expect(own.GetByText("Logged.")).ToBeVisibleAsync();
        await own.GotoAsync($"{Visit(own)}/calendar");
        await own.GetByRole(AriaRole.Button, new() { Name = "Make the address" }).PressAsync("Enter");
        await Expect(own.GetByLabel("Address of your calendar")).ToBeVisibleAsync();
        await Look.AtAsync(own, "calendar");

        await frame.GotoAsync($"{visit}/hours");
        await Expect(frame.Locator("[data-flags]")).ToBeVisibleAsync();
        await Look.AtAsync(frame, "hours");
        await frame.GotoAsync($"{visit}/mentees");
        await Look.AtAsync(frame, "mentees");
        await frame.GotoAsync($"{visit}/programme");
        await Look.AtAsync(frame, "programme");
        await frame.GotoAsync($"{visit}/programme/join");
        await Look.AtAsync(frame, "programme-join-none");
        await frame.GotoAsync($"{visit}/");
        await frame.GetByRole(AriaRole.Link, new() { Name = Link }).First.ClickAsync();
        await frame.GetByRole(AriaRole.Link, new() { Name = $"Extension or excuse for {ash.Name}" }).ClickAsync();
        await Look.AtAsync(frame, "allow");
    }
}
