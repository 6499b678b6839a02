using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Sessions;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Sessions;

/// <summary>Sessions are planned, moved, cancelled, given to somebody else, and arranged by nobody whom they do not concern.</summary>
public abstract class SessionStories(World world)
{
    [Fact]
    public async Task A_mentor_moves_a_session_and_puts_it_back()
    {
        var (course, mentors, group) = await ReadyAsync();
        var session = await mentors[0].PlansSession(world.Tool, group, fromToday: 3);
        (await mentors[0].MovesSession(session, fromToday: 4, hour: 17)).Says.ShouldContain("moved from");
        (await world.Tool.SessionOf(session)).StartsAt.ShouldBe(GroupWork.At(4, 17));
        (await mentors[0].MovesSession(session, fromToday: 3)).Says.ShouldNotContain("moved from", customMessage: "it is where it was");
        (await course.Instructor.GoesTo($"/groups/{group}")).Offers("Change the session of").ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_is_cancelled_with_a_reason_and_can_be_planned_again()
    {
        var (course, mentors, group) = await ReadyAsync();
        var session = await mentors[0].PlansSession(world.Tool, group, fromToday: 3);
        (await mentors[0].CancelsSession(session, " ")).Error("reason").ShouldContain("Say in a few words why it is cancelled");
        (await world.Tool.SessionOf(session)).State.ShouldBe(SessionState.Planned);
        (await mentors[0].CancelsSession(session, "Snow")).Says.ShouldContain("Snow");
        (await world.Tool.SessionOf(session)).State.ShouldBe(SessionState.Cancelled);
        (await mentors[0].GoesTo("/")).Says.ShouldNotContain("Group 1", customMessage: "nothing is at hand");

        var page = await course.Instructor.GoesTo($"/sessions/arrange/{session}");
        page.Says.ShouldContain("Saved below, it is planned again.");
        page.Offers("Cancel the session").ShouldBeFalse();
        await course.Instructor.Clicks("Save");
        (await world.Tool.SessionOf(session)).ShouldSatisfyAllConditions(one => one.State.ShouldBe(SessionState.Planned), one => one.Reason.ShouldBeEmpty());
    }

    [Theory]
    [InlineData("2031-03-09", "02:30", "03:30", "start", "On that day the clocks go forward and there is no 02:30.")]
    [InlineData("2031-03-09", "01:30", "02:30", "end", "On that day the clocks go forward and there is no 02:30.")]
    [InlineData("2031-03-10", "15:50", "15:00", "end", "It ends before it starts.")]
    [InlineData("2031-03-10", "15:00", "15:00", "end", "It ends before it starts.")]
    [InlineData("2031-03-10", "", "15:50", "start", "Say a time, such as 15:30.")]
    [InlineData("2031-02-30", "15:00", "15:50", "date", "Say a date.")]
    public async Task A_time_that_cannot_be_is_said_beside_its_field_and_nothing_is_planned(string date, string from, string to, string field, string says)
    {
        var course = world.NewCourse();
        var instructor = course.Instructor;
        await instructor.OpensLink(course.HomeLink);
        await instructor.HasZone("America/New_York");
        var group = await instructor.MakesGroup("Group 1");
        await instructor.GoesTo($"/sessions/arrange?group={group}");
        instructor.Page.Says.ShouldContain("Times are meant in America/New York.");
        instructor.FillsSession(date, from, to);
        instructor.Fills("Guest speaker", "Dr. Moss");
        var page = await instructor.Clicks("Plan it");
        page.Error(field).ShouldStartWith(says);
        page.FieldText("Guest speaker").ShouldBe("Dr. Moss");
        (await world.Tool.SessionsOf(group)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_day_that_is_read_out_is_the_one_that_is_shown()
    {
        var (course, mentors, group) = await ReadyAsync();
        var id = await course.FindId();
        await mentors[0].PlansSession(world.Tool, group, fromToday: 3, hour: 2);
        await world.Tool.AskAsync(db => db.Courses.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.TimeZone, "America/Phoenix")));
        var page = await mentors[0].GoesTo($"/groups/{group}");
        string day = $"{GroupWork.Today.AddDays(2):ddd d MMM}";
        page.Says.ShouldContain($"{day}, 19:00 MST");
        page.Offers($"Change the session of {day}").ShouldBeTrue();
    }

    [Fact]
    public async Task Of_two_who_arrange_a_session_at_once_the_second_is_told()
    {
        var (course, mentors, group) = await ReadyAsync();
        var session = await mentors[0].PlansSession(world.Tool, group, fromToday: 3);
        var instructor = course.Instructor;
        await instructor.GoesTo($"/sessions/arrange/{session}");
        await mentors[0].MovesSession(session, fromToday: 4);
        instructor.Fills("Guest speaker", "Dr. Moss");
        (await instructor.Clicks("Save")).Error("date").ShouldContain("Somebody else changed this session in the meantime, so nothing was saved.");
        (await world.Tool.SessionOf(session)).ShouldSatisfyAllConditions(one => one.StartsAt.ShouldBe(GroupWork.At(4, 15)), one => one.Guest.ShouldBeEmpty());
    }

    [Fact]
    public async Task Whoever_leads_a_session_in_somebodys_place_sees_and_logs_it_and_nobody_else_does()
    {
        var (course, mentors, group) = await ReadyAsync();
        var (own, substitute, other) = (mentors[0], mentors[1], mentors[2]);
        var session = await course.Instructor.PlansSession(world.Tool, group, fromToday: -1);
        var next = await course.Instructor.PlansSession(world.Tool, group, fromToday: -2);
        (await course.Instructor.GivesSession(session, substitute)).Says.ShouldContain($"led by {substitute.Name}");

        var home = await substitute.GoesTo("/");
        home.Says.ShouldContain("Group 1");
        home.Says.ShouldNotContain("Somebody without a name");
        home.Document.QuerySelector($"a[href$='/groups/{group}']").ShouldBeNull("the group is not theirs");
        (await substitute.GoesTo($"/groups/{group}")).Status.ShouldBe(404);
        (await substitute.GoesTo($"/sessions/{next}/log")).Status.ShouldBe(404, "only this one");
        foreach (var nobody in new[] { own, other })
            (await nobody.GoesTo($"/sessions/{session}/log")).Status.ShouldBe(404, nobody.Name);
        (await own.GoesTo("/")).Document.QuerySelector($"a[href$='/sessions/{session}/log']").ShouldBeNull();
        (await own.GoesTo($"/groups/{group}")).Document.QuerySelector($"a[href$='/sessions/{session}/log']").ShouldBeNull();
        own.Page.Document.QuerySelector($"a[href$='/sessions/{next}/log']").ShouldNotBeNull("the other one is theirs still");

        await substitute.OpensLink(course.Link);
        var page = await substitute.GoesTo($"/sessions/{session}/log");
        page.Document.QuerySelector($"a[href$='/groups/{group}']").ShouldBeNull();
        (await substitute.Tells(session, "I stood in.")).Says.ShouldContain("Logged.");
        (await course.Instructor.GoesTo($"/groups/{group}")).Says.ShouldContain("Held");
        (await substitute.GoesTo("/")).Says.ShouldNotContain("Group 1");
    }

    [Fact]
    public async Task A_substitute_moves_the_session_and_finds_home()
    {
        var (course, mentors, group) = await ReadyAsync();
        var session = await course.Instructor.PlansSession(world.Tool, group, fromToday: 3);
        await course.Instructor.GivesSession(session, mentors[1]);
        var page = await mentors[1].MovesSession(session, fromToday: 4);
        (page.Status, page.Path).ShouldBe((200, "/"));
        (await world.Tool.SessionOf(session)).Substitute.ShouldBe(mentors[1].Id);

        // The group's mentor takes it back.
        await mentors[0].GoesTo($"/sessions/arrange/{session}");
        mentors[0].Fills("Led by", "");
        (await mentors[0].Clicks("Save")).Says.ShouldNotContain("led by");
        (await mentors[1].GoesTo($"/sessions/arrange/{session}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Nobody_stands_in_who_is_not_in_the_programme()
    {
        var (course, mentors, group) = await ReadyAsync();
        var session = await course.Instructor.PlansSession(world.Tool, group, fromToday: 3);
        await course.Instructor.GoesTo($"/sessions/arrange/{session}");
        await course.Loses(mentors[1]);
        course.Instructor.Fills("Led by", mentors[1].Id);
        (await course.Instructor.Clicks("Save")).Error("substitute").ShouldBe("That person is no longer in the programme. Choose somebody else.");
        (await world.Tool.SessionOf(session)).Substitute.ShouldBeNull();
    }

    [Fact]
    public async Task A_mentor_arranges_sessions_of_the_own_group_only()
    {
        var (course, mentors, group) = await ReadyAsync();
        var session = await mentors[0].PlansSession(world.Tool, group, fromToday: 3);
        var theirs = await course.Instructor.MakesGroup("Group 2", mentors[1], "Cy");
        await mentors[1].GoesTo($"/sessions/arrange?group={theirs}");
        (await mentors[1].Posts($"/sessions/arrange/{session}", ("Form.Date", GroupWork.Day(9)), ("Form.Start", "10:00"), ("Form.End", "11:00"), ("Form.Version", "0"))).Status.ShouldBe(404);
        await mentors[1].GoesTo($"/sessions/arrange?group={theirs}");
        (await mentors[1].Posts($"/sessions/arrange/{session}?handler=Cancel", ("reason", "forged"), ("Form.Version", "0"))).Status.ShouldBe(404);
        foreach (string path in new[] { $"/sessions/arrange/{session}", $"/sessions/arrange?group={group}", "/sessions/arrange", $"/sessions/{session}/log" })
            (await mentors[1].GoesTo(path)).Status.ShouldBe(404, path);
        (await world.Tool.SessionOf(session)).Version.ShouldBe(0);
    }

    private async Task<(Classroom Course, Person[] Mentors, Guid Group)> ReadyAsync()
    {
        var course = world.NewCourse();
        var mentors = await course.HasMentors(3);
        await course.HasLog();
        return (course, mentors, await course.Instructor.MakesGroup("Group 1", mentors[0]));
    }
}

[Collection(OnSqlite.Name)]
public sealed class SessionStoriesOnSqlite(SqliteWorld world) : SessionStories(world);

[Collection(OnPostgres.Name)]
public sealed class SessionStoriesOnPostgres(PostgresWorld world) : SessionStories(world);
