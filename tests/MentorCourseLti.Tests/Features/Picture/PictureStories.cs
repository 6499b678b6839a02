using AngleSharp.Dom;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Tests.Drivers;
using MentorCourseLti.Tests.Features.People;
using MentorCourseLti.Tests.Features.Totals;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Picture;

/// <summary>The instructor sees who is where with what; a file has exactly what the page shows.</summary>
public abstract class PictureStories(World world)
{
    [Fact]
    public async Task A_mentor_sees_the_own_path_and_nobody_elses()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        var (mentor, other) = (course.Mentor(), course.Mentor(1));
        await mentor.HandsIn(course.Link, "Words.");
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("5 5 5 2");
        await mentor.GoesTo("/");
        var page = await mentor.Clicks("Your path through the term");
        page.Says.ShouldContain("1 of 1 reflections are behind you");
        page.Says.ShouldContain("17 of 20");
        await other.OpensLink(course.Link);
        (await other.GoesTo("/path")).Says.ShouldContain("0 of 1 reflections are behind you");
        (await course.Instructor.GoesTo("/path")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_picture_is_narrowed_to_one_kind_of_activity()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        await course.Mentor().OpensLink(course.Link);
        await course.Instructor.OpensLink(course.Course.Links[1].Id);
        await course.Instructor.Clicks("A mentoring log");
        course.Instructor.Fills("Title", "My sessions");
        await course.Instructor.Clicks("Create");
        (await course.Instructor.GoesTo("/picture")).Document.QuerySelectorAll("table.picture thead a").Length.ShouldBe(2);
        var page = await course.Instructor.GoesTo("/picture?kind=MentoringLog");
        page.Document.QuerySelectorAll("table.picture thead a").Select(column => column.TextContent).ShouldBe(["My sessions"]);
        (await course.Instructor.Browser.GetAsync(course.Instructor.At("/picture?handler=File&kind=MentoringLog"))).Body.ShouldStartWith("Mentor,My sessions");
    }

    [Fact]
    public async Task Each_mentor_stands_somewhere_with_each_activity_and_a_state_shows_only_what_is_in_it()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        var (idle, drafting, waiting, graded) = (course.Mentor(), course.Mentor(1), course.Mentor(2), course.Mentor(3));
        await idle.OpensLink(course.Link);
        await drafting.OpensLink(course.Link);
        await drafting.Writes("A beginning.");
        await waiting.HandsIn(course.Link, "It is in.");
        await graded.HandsIn(course.Link, "It is in and back.");
        await course.Instructor.OpensWorkOf(graded, activity);
        await course.Instructor.Grades("5 4 4 5");

        var page = await course.Instructor.GoesTo("/picture");
        page.CellsOf(idle.Name).ShouldBe(["Open"]);
        page.CellsOf(drafting.Name).ShouldBe(["Draft"]);
        page.CellsOf(waiting.Name).ShouldBe(["Handed in"]);
        page.CellsOf(graded.Name).ShouldBe(["Graded"]);
        page.Says.ShouldContain("Nothing is late.");

        page = await course.Instructor.Clicks("Handed in");
        page.MentorsShown().ShouldBe([waiting.Name]);
        (await course.Instructor.Clicks("Everything")).MentorsShown().ShouldContain(idle.Name);
    }

    [Fact]
    public async Task What_was_due_and_is_not_in_is_late_but_for_those_who_have_longer_or_are_excused()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        Person[] mentors = [course.Mentor(), course.Mentor(1), course.Mentor(2)];
        foreach (var mentor in mentors)
            await mentor.OpensLink(course.Link);
        await world.Tool.AskAsync(db => db.Activities.Where(one => one.Id == new ActivityId(activity)).ExecuteUpdateAsync(set => set.SetProperty(one => one.DueAt, one => one.CreatedAt)));
        await AllowAsync(course, activity, mentors[1], () => course.Instructor.Fills("Due for them", "2090-01-01T12:00"));
        await AllowAsync(course, activity, mentors[2], () => course.Instructor.Checks("Not asked of them"));

        var page = await course.Instructor.GoesTo("/picture");
        page.CellsOf(mentors[0].Name).ShouldBe(["Late"]);
        page.CellsOf(mentors[1].Name).ShouldBe(["Open"]);
        page.CellsOf(mentors[2].Name).ShouldBe(["Excused"]);
        page.Says.ShouldContain($"{course.Course.Mentors.Count - 2} works are late, of {course.Course.Mentors.Count - 2} mentors.");
    }

    [Fact]
    public async Task A_log_stands_as_its_entries_do_returned_before_waiting_before_approved()
    {
        var course = world.NewCourse();
        var mentor = (await course.HasMentors(1))[0];
        await course.RosterIsRead();
        var log = await course.HasLog();
        var group = await course.Instructor.MakesGroup("Group 1", mentor);
        await mentor.Tells(await course.Instructor.PlansSession(world.Tool, group, fromToday: -1));
        (await course.Instructor.GoesTo("/picture")).CellsOf(mentor.Name).ShouldContain("Handed in");
        await course.Instructor.Reviews(log, "Approve");
        (await course.Instructor.GoesTo("/picture")).CellsOf(mentor.Name).ShouldContain("Graded");
        await mentor.Tells(await course.Instructor.PlansSession(world.Tool, group, fromToday: -2));
        await course.Instructor.Reviews(log, "Return with the note");
        (await course.Instructor.GoesTo("/picture")).CellsOf(mentor.Name).ShouldContain("Returned");
    }

    [Fact]
    public async Task The_file_has_what_the_page_shows_and_no_formula_that_somebody_is_called()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        var other = course.Mentor(1);
        await other.HandsIn(course.Link, "It is in.");
        await world.Tool.AskAsync(db => db.Activities.Where(one => one.Id == new ActivityId(activity)).ExecuteUpdateAsync(set => set.SetProperty(one => one.Title, "=1+1")));

        var file = await course.Instructor.GoesTo("/picture?handler=File&state=HandedIn");
        file.ContentType.ShouldBe("text/csv; charset=utf-8");
        file.ContentDisposition.ShouldNotBeNull().ShouldContain("term-picture.csv");
        file.Body.TrimStart('\uFEFF').ReplaceLineEndings("\n").ShouldBe($"Mentor,\"'=1+1\"\n{other.Name},Handed in\n");
        (await course.Instructor.GoesTo($"/picture?handler=File&mentor={Uri.EscapeDataString(mentor.Name)}")).Body.ShouldNotContain(other.Name);
    }

    [Fact]
    public async Task Who_is_looked_for_is_found_whatever_the_capitals_and_nobody_is_said_kindly()
    {
        var (course, mentor, _) = await world.OpensACourse();
        await course.Mentor(1).OpensLink(course.Link);
        (await course.Instructor.GoesTo($"/picture?mentor={Uri.EscapeDataString(mentor.Name.ToUpperInvariant())}")).MentorsShown().ShouldBe([mentor.Name]);
        (await course.Instructor.GoesTo("/picture?mentor=nobody%20of%20that%20name")).Says.ShouldContain("Nothing of the kind");
        (await course.Instructor.GoesTo("/picture?state=no-such-state")).MentorsShown().ShouldContain(mentor.Name);
    }

    [Fact]
    public async Task Whoever_has_done_nothing_for_two_weeks_is_quiet_and_the_rule_stands_above()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        var (busy, silent) = (course.Mentor(1), course.Mentor(2));
        await silent.OpensLink(course.Link);
        await busy.HandsIn(course.Link, "I am here.");
        await mentor.OpensLink(course.Link);
        await mentor.Writes("A beginning.");
        await AgeAsync(activity, mentor, days: 20);
        var joined = TimeProvider.System.GetUtcNow().AddDays(-30);
        await world.Tool.AskAsync(db => db.Members.Where(one => one.Subject == silent.Id || one.Subject == busy.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.JoinedAt, joined)));

        var page = await course.Instructor.GoesTo("/picture/quiet");
        page.Says.ShouldContain("for 14 days");
        page.MentorsShown().ShouldBe([silent.Name, mentor.Name], "the longest first");
        page.Says.ShouldContain("nothing yet");
        (await course.Instructor.GoesTo("/picture/quiet?days=28")).MentorsShown().ShouldBe([silent.Name]);
        (await course.Instructor.GoesTo("/picture/quiet?days=-3")).Says.ShouldContain("for 14 days");
        (await course.Instructor.GoesTo("/picture/quiet?handler=File")).Body.ShouldContain($"{silent.Name},30,nothing yet");
    }

    [Fact]
    public async Task Hours_and_sessions_are_summed_by_week()
    {
        var course = world.NewCourse();
        var mentors = await course.HasMentors(1);
        await course.RosterIsRead();
        var log = await course.HasLog();
        var group = await course.Instructor.MakesGroup("Group 1", mentors[0]);
        var told = await course.Instructor.PlansSession(world.Tool, group, fromToday: -1);
        await mentors[0].Tells(told);
        await course.Instructor.Reviews(log, "Approve");
        await course.Instructor.PlansSession(world.Tool, group, fromToday: -2);
        await course.Instructor.CancelsSession(await course.Instructor.PlansSession(world.Tool, group, fromToday: -3), "No room.");
        await course.Instructor.PlansSession(world.Tool, group, fromToday: 30);

        var page = await course.Instructor.GoesTo("/picture/weeks");
        page.Says.ShouldContain("0.83 of");
        page.Says.ShouldContain("1 of 3 sessions that were due was held");
        var file = (await course.Instructor.GoesTo("/picture/weeks?handler=Sessions")).Body.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        file[0].ShouldBe("Week,Held,Called off,Not logged,To come");
        var sums = Enumerable.Range(1, 4).Select(column => file.Skip(1).Sum(row => int.Parse(row.Split(',')[column], null)));
        sums.ShouldBe([1, 1, 1, 1]);
        (await course.Instructor.GoesTo("/picture/weeks?handler=Hours")).Body.ShouldContain(",0.83,0,");
    }

    [Fact]
    public async Task A_leader_sees_the_own_mentors_and_a_mentor_none_of_it()
    {
        var (course, mentor, _) = await world.OpensACourse();
        foreach (string path in new[] { "/picture", "/picture/quiet", "/picture/weeks", "/picture?handler=File" })
            (await mentor.GoesTo(path)).Status.ShouldBe(404, path);
        var own = course.Mentor(1);
        await own.OpensLink(course.Link);
        await course.Instructor.GoesTo("/people");
        course.Instructor.ChecksPerson(mentor);
        await course.Instructor.Clicks("Make them mentor leaders");
        course.Instructor.ChecksPerson(own);
        course.Instructor.Fills("Mentor leader", $"{(await course.MemberOf(mentor)).Id}");
        await course.Instructor.Clicks("Give to this leader");
        await mentor.OpensLink(course.HomeLink);
        (await mentor.GoesTo("/picture")).MentorsShown().ShouldBe([own.Name]);
    }

    private static async Task AllowAsync(Classroom course, Guid activity, Person mentor, Action fill)
    {
        await course.Instructor.GoesTo($"/activities/{activity}/allow?mentor={(await course.MemberOf(mentor)).Id}");
        fill();
        await course.Instructor.Clicks("Save");
    }

    private async Task AgeAsync(Guid activity, Person mentor, int days)
    {
        var then = TimeProvider.System.GetUtcNow().AddDays(-days);
        await world.Tool.AskAsync(db => db.Submissions.Where(one => one.ActivityId == new ActivityId(activity) && db.Members.Any(member => member.Id == one.MemberId && member.Subject == mentor.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.DraftSavedAt, then)));
    }
}

internal static class PicturePage
{
    public static IReadOnlyList<string> CellsOf(this Page page, string mentor) =>
        [.. page.Document.QuerySelectorAll("tbody tr").Single(row => Page.Text(row.QuerySelector("th")) == mentor).QuerySelectorAll("td").Select(cell => Page.Text(cell))];

    public static IReadOnlyList<string> MentorsShown(this Page page) => [.. page.Document.QuerySelectorAll("tbody th").Select(row => Page.Text(row))];
}

[Collection(OnSqlite.Name)]
public sealed class PictureStoriesOnSqlite(SqliteWorld world) : PictureStories(world);

[Collection(OnPostgres.Name)]
public sealed class PictureStoriesOnPostgres(PostgresWorld world) : PictureStories(world);
