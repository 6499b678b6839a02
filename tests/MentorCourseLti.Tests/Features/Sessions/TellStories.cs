using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Internship.Sessions;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Sessions;

/// <summary>After a session its mentors tell how it went: each once, from whichever phone, with a connection or later.</summary>
public abstract class TellStories(World world)
{
    [Fact]
    public async Task A_session_is_logged_with_when_and_who_filled_in_and_is_held_by_that()
    {
        var (course, mentors, group, session) = await ReadyAsync();
        var mentor = mentors[0];
        (await mentor.GoesTo("/")).Says.ShouldContain("Not logged yet");
        var page = await mentor.Clicks("Log the session of");
        page.Heading.ShouldBe("How was it with Group 1?");
        (page.FieldText("Date"), page.FieldText("From"), page.FieldText("To")).ShouldBe((GroupWork.Day(-1), "15:00", "15:50"));
        Came(page).ShouldBe(["Ana", "Bo"]);
        mentor.Fills(GroupWork.Did, "We read a graph.");
        (await mentor.Clicks("Log it")).Says.ShouldContain("Logged. 0.83 of 30 hours");

        page = await mentor.GoesTo($"/groups/{group}");
        page.Says.ShouldContain("Held");
        page.Says.ShouldContain("came: Ana, Bo");
        page.Offers("Log the session of").ShouldBeFalse();
        (await mentor.GoesTo("/")).Says.ShouldNotContain("Not logged yet");
        (await course.Instructor.GoesTo($"/sessions/arrange/{session}")).Status.ShouldBe(404, "what was held is moved no more");
    }

    [Fact]
    public async Task A_session_that_goes_past_midnight_by_the_courses_clock_is_told_as_it_was_planned()
    {
        var (course, mentors, _, session) = await ReadyAsync();
        var id = (await world.Tool.SessionOf(session)).Id;
        var starts = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(-2).AddHours(23.5);
        await world.Tool.AskAsync(db => db.Sessions.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.StartsAt, starts).SetProperty(one => one.EndsAt, starts.AddHours(1))));
        var page = await mentors[0].GoesTo($"/sessions/{session}/log");
        (page.FieldText("From"), page.FieldText("To")).ShouldBe(("23:30", "00:30"));
        mentors[0].FillsTold("We looked at the stars.");
        (await mentors[0].Clicks("Log it")).Says.ShouldContain("Logged. 1 of 30 hours");
        (await world.Tool.SessionOf(session)).State.ShouldBe(SessionState.Held);
        (await course.Instructor.GoesTo("/")).Says.ShouldContain("1 log entry to approve");
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_the_session_waits()
    {
        var (_, mentors, _, session) = await ReadyAsync();
        await mentors[0].GoesTo($"/sessions/{session}/log");
        mentors[0].FillsTold("We read a graph.");
        mentors[0].Fills("To", "14:00");
        (await mentors[0].Clicks("Log it")).Error("end").ShouldContain("It ends before it starts.");
        mentors[0].Page.FieldText(GroupWork.Did).ShouldBe("We read a graph.");
        mentors[0].Fills("To", "15:50");
        mentors[0].Fills(GroupWork.Did, "");
        (await mentors[0].Clicks("Log it")).Error("did").ShouldContain("Say in a few words what you did.");
        (await world.Tool.SessionOf(session)).State.ShouldBe(SessionState.Planned);
        (await CountAsync(session)).ShouldBe(0);
    }

    [Fact]
    public async Task A_capsule_arrives_once_however_often_it_is_sent()
    {
        var (course, mentors, _, session) = await ReadyAsync();
        var (phone, tablet) = (await OpensCapsule(course, session), await OpensCapsule(course, session));
        var answer = await phone.SendsCapsule();
        answer.Status.ShouldBe(200, answer.Body);
        string next = answer.Json.GetProperty("next").GetString()!;
        (await phone.See(phone.Browser.GetAsync(new Uri(phone.Page.Url, next)))).Says.ShouldContain("Logged. 0.83");

        (await tablet.SendsCapsule()).Status.ShouldBe(200, "the same twice");
        (await phone.GoesTo($"/sessions/{session}/log")).Path.ShouldContain("/entry/", customMessage: "it is there to be corrected");
        (await CountAsync(session)).ShouldBe(1);
        (await world.Tool.SessionOf(session)).Version.ShouldBe(1);
        (await mentors[0].GoesTo("/")).Says.ShouldNotContain("Not logged yet");
    }

    [Fact]
    public async Task Where_two_phones_differ_the_first_counts_and_the_second_is_told()
    {
        var (course, _, _, session) = await ReadyAsync();
        var (phone, tablet) = (await OpensCapsule(course, session, "Told on the phone."), await OpensCapsule(course, session, "Told on the tablet."));
        (await phone.SendsCapsule()).Status.ShouldBe(200);
        var answer = await tablet.SendsCapsule();
        answer.Status.ShouldBe(422);
        answer.Json.GetProperty("error").GetString().ShouldNotBeNull()
            .ShouldStartWith("You have logged this session already, from another phone or window.");
        // As the script does then: the page says it, with the words on it.
        (await tablet.Clicks("Log it")).Error("did").ShouldStartWith("You have logged this session already");
        tablet.Page.FieldText(GroupWork.Did).ShouldBe("Told on the tablet.");
        (await DidAsync(session)).ShouldBe(["Told on the phone."]);
    }

    [Fact]
    public async Task Sent_from_many_windows_at_the_same_moment_it_is_one_entry_and_no_conflict()
    {
        var (course, _, _, session) = await ReadyAsync();
        var phones = new List<Person>();
        for (int i = 0; i < 6; i++)
            phones.Add(await OpensCapsule(course, session));
        var answers = await Task.WhenAll(phones.Select(phone => phone.SendsCapsule()));
        answers.ShouldAllBe(answer => answer.Status == 200);
        (await CountAsync(session)).ShouldBe(1);
    }

    [Fact]
    public async Task A_capsule_that_cannot_be_yet_is_answered_with_a_sentence()
    {
        var (course, mentors, group, _) = await ReadyAsync();
        var coming = await mentors[0].PlansSession(world.Tool, group, fromToday: 2);
        var phone = await OpensCapsule(course, coming);
        var answer = await phone.SendsCapsule();
        answer.Status.ShouldBe(422);
        answer.Json.GetProperty("error").GetString().ShouldBe("It is not over yet: log it once it has ended.");
        (await phone.Clicks("Log it")).Error("end").ShouldBe("It is not over yet: log it once it has ended.");
        (await CountAsync(coming)).ShouldBe(0);
        (await world.Tool.SessionOf(coming)).State.ShouldBe(SessionState.Planned);

        // That it will not take place can be told.
        (await mentors[0].Tells(coming, "", wasHeld: false)).Says.ShouldContain("Logged.");
        (await world.Tool.SessionOf(coming)).State.ShouldBe(SessionState.Cancelled);
    }

    [Fact]
    public async Task A_session_is_told_anew_through_the_log()
    {
        var (_, mentors, group, session) = await ReadyAsync();
        var mentor = mentors[0];
        await mentor.Tells(session, "We read a graph.");
        await mentor.Clicks("Change");
        mentor.FillsTold("Nobody came.", wasHeld: false);
        (await mentor.Clicks("Save")).Says.ShouldContain("Logged. 0 of");
        (await world.Tool.SessionOf(session)).State.ShouldBe(SessionState.Cancelled);
        (await mentor.GoesTo($"/groups/{group}")).Says.ShouldContain("Nobody came.");

        (await mentor.GoesTo($"/sessions/{session}/log")).Path.ShouldContain("/entry/");
        mentor.FillsTold("They came late.");
        mentor.Fills("Others", "Bo");
        await mentor.Clicks("Save");
        (await world.Tool.SessionOf(session)).ShouldSatisfyAllConditions(one => one.State.ShouldBe(SessionState.Held), one => one.Reason.ShouldBeEmpty());
        (await CountAsync(session)).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_returned_is_corrected_and_what_was_approved_is_only_read()
    {
        var (course, mentors, _, session) = await ReadyAsync();
        await mentors[0].Tells(session);
        string log = mentors[0].Page.Path.Split('/')[2];
        await course.Instructor.GoesTo($"/logs/{log}/review");
        course.Instructor.Fills("A note to the mentors chosen", "Who came?");
        await course.Instructor.Clicks("Return with the note");
        (await mentors[0].GoesTo($"/sessions/{session}/log")).Path.ShouldContain("/entry/");
        mentors[0].Fills("Others", "Cy");
        (await mentors[0].Clicks("Save")).Says.ShouldContain("Cy");

        await course.Instructor.Reloads();
        await course.Instructor.Clicks("Approve");
        (await mentors[0].GoesTo($"/sessions/{session}/log")).Path.ShouldBe($"/logs/{log}");
        (await world.Tool.SessionOf(session)).State.ShouldBe(SessionState.Held);
    }

    [Fact]
    public async Task Two_mentors_of_a_group_both_log_and_the_second_finds_what_the_first_said()
    {
        var (course, mentors, group, session) = await ReadyAsync(both: true);
        await mentors[0].GoesTo($"/sessions/{session}/log");
        mentors[0].Fills("To", "15:40");
        mentors[0].Fills("Others", "A friend");
        mentors[0].FillsTold("The first's words.");
        await mentors[0].Clicks("Log it");

        var page = await mentors[1].GoesTo("/");
        page.Says.ShouldContain("Group 1", customMessage: "the second has not told yet");
        await mentors[1].OpensLink(course.Link);
        page = await mentors[1].GoesTo($"/sessions/{session}/log");
        page.FieldText("To").ShouldBe("15:40");
        Came(page).ShouldBe(["Ana", "Bo", "A friend"]);
        page.FieldText(GroupWork.Did).ShouldBeEmpty("each in the own words");
        (await mentors[1].Tells(session, "The second's words.")).Says.ShouldContain("Logged. 0.67 of");
        (await DidAsync(session)).ShouldBe(["The first's words.", "The second's words."], ignoreOrder: true);
        (await mentors[1].GoesTo($"/groups/{group}")).Says.ShouldContain("came: Ana, Bo, A friend");
    }

    [Fact]
    public async Task Two_mentors_who_log_at_the_same_moment_are_both_heard()
    {
        var (course, mentors, group, _) = await ReadyAsync(both: true);
        for (int day = -2; day > -6; day--)
        {
            var session = await course.Instructor.PlansSession(world.Tool, group, fromToday: day);
            foreach (var mentor in mentors)
            {
                await mentor.OpensLink(course.Link);
                await mentor.GoesTo($"/sessions/{session}/log");
                mentor.FillsTold($"{mentor.Id} was there.");
            }

            (await Task.WhenAll(mentors.Select(mentor => mentor.SendsCapsule()))).ShouldAllBe(answer => answer.Status == 200);
            (await CountAsync(session)).ShouldBe(2);
        }
    }

    [Fact]
    public async Task A_session_was_held_where_one_of_its_mentors_says_so()
    {
        var (course, mentors, _, session) = await ReadyAsync(both: true);
        await mentors[0].Tells(session, "I was ill.", wasHeld: false);
        (await world.Tool.SessionOf(session)).State.ShouldBe(SessionState.Cancelled);
        await mentors[1].OpensLink(course.Link);
        await mentors[1].Tells(session, "I was there.");
        (await world.Tool.SessionOf(session)).State.ShouldBe(SessionState.Held);
        await mentors[0].GoesTo($"/sessions/{session}/log");
        mentors[0].FillsTold("Still ill.", wasHeld: false);
        await mentors[0].Clicks("Save");
        (await world.Tool.SessionOf(session)).State.ShouldBe(SessionState.Held);
    }

    [Fact]
    public async Task Without_an_open_log_the_page_says_whom_to_ask()
    {
        var course = world.NewCourse();
        var mentor = (await course.HasMentors(1))[0];
        var session = await course.Instructor.PlansSession(world.Tool, await course.Instructor.MakesGroup("Group 1", mentor), fromToday: -1);
        (await mentor.GoesTo($"/sessions/{session}/log")).Says.ShouldContain("Ask your instructor to set one up");
        mentor.Page.Offers("Log it").ShouldBeFalse();
    }

    /// <summary>A group that met yesterday, with one mentor or both, and a log.</summary>
    private async Task<(Classroom Course, Person[] Mentors, Guid Group, Guid Session)> ReadyAsync(bool both = false)
    {
        var course = world.NewCourse();
        var mentors = await course.HasMentors(2);
        var instructor = course.Instructor;
        await course.HasLog();
        var group = await instructor.MakesGroup("Group 1", mentors[0]);
        if (both)
            await instructor.ChangesGroup(group, () => instructor.Fills("Second mentor", mentors[1].Id));
        return (course, mentors, group, await instructor.PlansSession(world.Tool, group, fromToday: -1));
    }

    /// <summary>The first mentor once more, at a device of their own, with the session's page filled in.</summary>
    private static async Task<Person> OpensCapsule(Classroom course, Guid session, string did = "We read a graph.")
    {
        var device = course.Mentor();
        await device.OpensLink(course.Link);
        await device.GoesTo($"/sessions/{session}/log");
        device.FillsTold(did);
        return device;
    }

    private static IEnumerable<string> Came(Page page) =>
        page.Document.QuerySelectorAll<IHtmlInputElement>("input[name='Form.Who']").Where(who => who.IsChecked).Select(who => who.Value);

    private async Task<int> CountAsync(Guid session) => (await DidAsync(session)).Count;

    private Task<List<string>> DidAsync(Guid session)
    {
        var id = new SessionId(session);
        return world.Tool.AskAsync(db => db.LogEntries.Where(entry => entry.SessionId == id).Select(entry => entry.Did).ToListAsync());
    }
}

[Collection(OnSqlite.Name)]
public sealed class TellStoriesOnSqlite(SqliteWorld world) : TellStories(world);

[Collection(OnPostgres.Name)]
public sealed class TellStoriesOnPostgres(PostgresWorld world) : TellStories(world);
