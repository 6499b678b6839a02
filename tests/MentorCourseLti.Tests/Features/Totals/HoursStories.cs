using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Tests.Drivers;
using MentorCourseLti.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Totals;

/// <summary>Hours of a whole mentoring year by what became of them, in the numbers that stand on the page.</summary>
public abstract class HoursStories(World world)
{
    [Fact]
    public async Task Planned_logged_approved_and_returned_hours_stand_against_the_goal_by_mentor_by_group_and_in_all()
    {
        var (course, mentors, log) = await ReadyAsync(2);
        var (instructor, mentor) = (course.Instructor, mentors[0]);
        var group = await instructor.MakesGroup("Group 1", mentor);
        await instructor.MakesGroup("Nobody's", mentees: "Cy");
        foreach (int day in new[] { 3, 4 })
            await instructor.PlansSession(world.Tool, group, day);
        await TellsAsync(course, mentor, group, -1);
        await instructor.Reviews(log, "Approve");
        await TellsAsync(course, mentor, group, -2);
        await instructor.Reviews(log, "Return with the note");
        await TellsAsync(course, mentor, group, -3);

        var page = await instructor.GoesTo("/hours");
        page.HoursOf(mentor.Name).ShouldBe("0.83|0.83|1.67|0.83|10");
        page.HoursOf("Group 1").ShouldBe("0.83|0.83|1.67|0.83");
        page.HoursOf("Nobody's").ShouldBe("|||");
        page.HoursOf(mentors[1].Name).ShouldBe("||||10");
        page.Says.ShouldContain($"0.83 of {course.Course.Mentors.Count * 10} hours approved");
        page.Says.ShouldContain("1 entry waits to be approved in");
        (await instructor.Clicks("1 entry waits")).Path.ShouldBe($"/logs/{log}/review");
    }

    [Fact]
    public async Task What_is_told_anew_after_it_was_returned_waits_again_and_counts_once()
    {
        var (course, mentors, log) = await ReadyAsync(1);
        var mentor = mentors[0];
        var session = await TellsAsync(course, mentor, await course.Instructor.MakesGroup("Group 1", mentor), -1);
        await course.Instructor.Reviews(log, "Return with the note");
        (await mentor.GoesTo("/hours")).HoursOf("Group 1").ShouldBe("|||0.83");
        await mentor.GoesTo($"/sessions/{session}/log");
        mentor.FillsTold("With who came.");
        await mentor.Clicks("Save");
        (await mentor.GoesTo("/hours")).HoursOf("Group 1").ShouldBe("|0.83||");
        await course.Instructor.Reviews(log, "Approve");
        (await mentor.GoesTo("/hours")).HoursOf(mentor.Name).ShouldBe("0.83||||10");
    }

    [Fact]
    public async Task What_was_called_off_or_is_over_and_untold_is_neither_planned_nor_logged()
    {
        var (course, mentors, log) = await ReadyAsync(1);
        var (instructor, mentor) = (course.Instructor, mentors[0]);
        var group = await instructor.MakesGroup("Group 1", mentor);
        await instructor.PlansSession(world.Tool, group, fromToday: -1);
        await instructor.CancelsSession(await instructor.PlansSession(world.Tool, group, fromToday: 2), "No room.");
        var fell = await instructor.PlansSession(world.Tool, group, fromToday: -2);
        await mentor.Tells(fell, "Nobody came.", wasHeld: false);
        await instructor.Reviews(log, "Approve");
        (await instructor.GoesTo("/hours")).HoursOf(mentor.Name).ShouldBe("||||10");
        instructor.Page.HoursOf("Group 1").ShouldBe("|||");
    }

    [Fact]
    public async Task A_mentor_sees_the_own_hours_and_nobody_elses()
    {
        var (course, mentors, _) = await ReadyAsync(2);
        foreach (var mentor in mentors)
            await TellsAsync(course, mentor, await course.Instructor.MakesGroup($"Group of {mentor.Name}", mentor), -1);

        var page = await mentors[0].GoesTo("/hours");
        page.HoursOf(mentors[0].Name).ShouldBe("|0.83|||10");
        page.HoursOf($"Group of {mentors[0].Name}").ShouldBe("|0.83||");
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        page.Says.ShouldNotContain(mentors[1].Name);
        page.Says.ShouldContain("0 of 10 hours approved");
        page.Says.ShouldNotContain("to be approved in", customMessage: "approving is nothing that a mentor does");
    }

    [Fact]
    public async Task A_leader_sees_the_own_mentors_and_what_of_them_waits()
    {
        var (course, mentors, _) = await ReadyAsync(3);
        var (leader, own, other) = (mentors[0], mentors[1], mentors[2]);
        await course.Instructor.GoesTo("/people");
        course.Instructor.ChecksPerson(leader);
        await course.Instructor.Clicks("Make them mentor leaders");
        course.Instructor.ChecksPerson(own);
        course.Instructor.Fills("Mentor leader", $"{(await course.MemberOf(leader)).Id}");
        (await course.Instructor.Clicks("Give to this leader")).Says.ShouldContain("1 mentor was given");
        foreach (var mentor in new[] { own, other })
            await TellsAsync(course, mentor, await course.Instructor.MakesGroup($"Group of {mentor.Name}", mentor), -1);

        await leader.OpensLink(course.HomeLink);
        var page = await leader.GoesTo("/hours");
        page.HoursOf(own.Name).ShouldBe("|0.83|||10");
        page.HoursOf(leader.Name).ShouldBe("||||10");
        page.HoursOf($"Group of {own.Name}").ShouldBe("|0.83||");
        page.Says.ShouldNotContain(other.Name);
        page.Says.ShouldContain("0 of 20 hours approved");
        page.Says.ShouldContain("1 entry waits to be approved in");
    }

    [Fact]
    public async Task Two_mentors_of_one_group_both_spend_the_hour()
    {
        var (course, mentors, _) = await ReadyAsync(2);
        var instructor = course.Instructor;
        var group = await instructor.MakesGroup("Group 1", mentors[0]);
        await instructor.ChangesGroup(group, () => instructor.Fills("Second mentor", mentors[1].Id));
        await instructor.PlansSession(world.Tool, group, fromToday: 3);
        var session = await TellsAsync(course, mentors[0], group, -1);
        var page = await instructor.GoesTo("/hours");
        page.HoursOf(mentors[0].Name).ShouldBe("|0.83|0.83||10");
        page.HoursOf(mentors[1].Name).ShouldBe("||0.83||10");

        await mentors[1].Tells(session, "I was there too.");
        page = await instructor.GoesTo("/hours");
        page.HoursOf(mentors[1].Name).ShouldBe("|0.83|0.83||10");
        page.HoursOf("Group 1").ShouldBe("|1.67|1.67|", "the hours of its mentors together, planned as they are logged");
    }

    [Fact]
    public async Task Whoever_stands_in_has_the_hour_and_the_groups_mentor_has_not()
    {
        var (course, mentors, _) = await ReadyAsync(2);
        var (instructor, own, substitute) = (course.Instructor, mentors[0], mentors[1]);
        var group = await instructor.MakesGroup("Group 1", own);
        await instructor.PlansSession(world.Tool, group, fromToday: 2);
        await instructor.GivesSession(await instructor.PlansSession(world.Tool, group, fromToday: 3), substitute);
        var session = await instructor.PlansSession(world.Tool, group, fromToday: -1);
        await instructor.GivesSession(session, substitute);
        await substitute.Tells(session, "I stood in.");

        var page = await instructor.GoesTo("/hours");
        page.HoursOf(own.Name).ShouldBe("||0.83||10");
        page.HoursOf(substitute.Name).ShouldBe("|0.83|0.83||10");
        page.HoursOf("Group 1").ShouldBe("|0.83|1.67|");
    }

    [Fact]
    public async Task Hours_of_another_programme_are_there_only_while_its_course_is_part_of_the_year()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        Person instructor = MentoringYear.Somebody("instructor"), mentor = MentoringYear.Somebody("mentor");
        await year.Teaches(instructor, "autumn");
        await year.HasLog(instructor, "autumn");
        await year.Attends(mentor, "autumn");
        await year.Teaches(instructor, "spring");
        await year.HasLog(instructor, "spring");
        await year.Attends(mentor, "spring");
        var session = await instructor.PlansSession(world.Tool, await instructor.MakesGroup("Spring's", mentor), fromToday: -1);
        await mentor.Tells(session);
        var goal = await world.Tool.AskAsync(db => db.Activities.OrderByDescending(activity => activity.CreatedAt).Select(activity => activity.GoalHours).FirstAsync());

        await ShowsAutumnAsync($"||||{goal:0.##}", ["The mentor"]);
        await year.Joins(instructor, "spring", "autumn");
        await ShowsAutumnAsync($"|0.83|||{2 * goal:0.##}", ["The mentor", "Spring's"]);
        (await mentor.GoesTo("/hours")).HoursOf("The mentor").ShouldBe($"|0.83|||{2 * goal:0.##}", "the same in either course");
        await year.Teaches(instructor, "spring");
        await instructor.GoesTo("/programme");
        await instructor.Clicks("Undo the joining");
        await ShowsAutumnAsync($"||||{goal:0.##}", ["The mentor"]);

        async Task ShowsAutumnAsync(string hours, string[] rows)
        {
            await year.Teaches(instructor, "autumn");
            var page = await instructor.GoesTo("/hours");
            page.HoursOf("The mentor").ShouldBe(hours);
            page.Document.QuerySelectorAll("tbody th").Select(row => Page.Text(row)).ShouldBe(rows);
        }
    }

    /// <summary>A course with a log of ten hours, and mentors who have come by.</summary>
    private async Task<(Classroom Course, Person[] Mentors, Guid Log)> ReadyAsync(int mentors)
    {
        var course = world.NewCourse();
        var people = await course.HasMentors(mentors);
        await course.RosterIsRead();
        var log = await course.HasLog();
        await course.Instructor.GoesTo($"/logs/edit/{log}");
        course.Instructor.Fills("Goal in hours", "10");
        await course.Instructor.Clicks("Save");
        return (course, people, log);
    }

    private static async Task<Guid> TellsAsync(Classroom course, Person mentor, Guid group, int fromToday)
    {
        var session = await course.Instructor.PlansSession(course.Tool, group, fromToday);
        (await mentor.Tells(session)).Says.ShouldContain("Logged.");
        return session;
    }
}

internal static class HoursPage
{
    /// <summary>A row of the page: approved, waiting, still planned, returned, and a mentor's goal.</summary>
    public static string HoursOf(this Page page, string name) => string.Join('|', page.Document.QuerySelectorAll("tbody tr")
        .Single(row => Page.Text(row.QuerySelector("th")) == name).QuerySelectorAll("td").Select(cell => Page.Text(cell)));

    /// <summary>Approves or returns all that waits.</summary>
    public static async Task Reviews(this Person instructor, Guid log, string what)
    {
        await instructor.GoesTo($"/logs/{log}/review");
        foreach (var entry in instructor.Page.Document.QuerySelectorAll<IHtmlInputElement>("input[name=entries]"))
            entry.IsChecked = true;
        instructor.Fills("A note to the mentors chosen", "Who came?");
        (await instructor.Clicks(what)).Document.QuerySelectorAll("input[name=entries]").ShouldBeEmpty();
    }
}

[Collection(OnSqlite.Name)]
public sealed class HoursStoriesOnSqlite(SqliteWorld world) : HoursStories(world);

[Collection(OnPostgres.Name)]
public sealed class HoursStoriesOnPostgres(PostgresWorld world) : HoursStories(world);
