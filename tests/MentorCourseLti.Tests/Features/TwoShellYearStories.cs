using MentorCourseLti.Tests.Drivers;
using MentorCourseLti.Tests.Features.Totals;
using PracticeLms.Gradebooks;

namespace MentorCourseLti.Tests.Features;

/// <summary>One mentoring year from its set-up to its last grade, in two course shells of one LMS, whose gradebooks are its own.</summary>
public abstract class TwoShellYearStories(World world)
{
    private const string Reflection = "After the first meeting";

    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task A_year_goes_on_in_the_next_shell_and_each_shell_grades_its_slice(string manner)
    {
        var (autumn, spring) = (world.NewCourse(manner), world.NewCourse(manner));
        var (instructor, mentor) = (autumn.Instructor, autumn.Mentor());

        // Autumn: a term in one click, two of its works in columns, a late rule, and the groups from a list.
        var reflection = await HasTermAsync(autumn);
        var log = await OpensReadyAsync(autumn, autumn.Course.Links[1].Id, "Mentoring log");
        var group = await HasGroupsAsync(autumn, mentor);
        var session = await instructor.PlansSession(world.Tool, group, fromToday: -1);
        (await instructor.GoesTo("/hours")).HoursOf(mentor.Name).ShouldBe("||||2.5");

        // A session is told, its hours approved; a reflection comes late and is graded by the rule.
        await mentor.OpensLink(autumn.HomeLink);
        (await mentor.Tells(session)).Says.ShouldContain("Logged. 0.83 of 2.5 hours once all is approved.");
        await instructor.Reviews(log, "Approve");
        await mentor.HandsIn(autumn.Link, "What they said of the frogs.");
        await instructor.OpensWorkOf(mentor, reflection);
        await instructor.Grades("5 5 5 5", "Well seen.");
        await autumn.Settles();
        ScoreIn(autumn, 0, mentor).ShouldBe(16, "late by days: 80 % is left");
        ScoreIn(autumn, 1, mentor).ShouldBe(6.67m);

        // Spring: the same instructor opens the next shell, is asked, looks, and joins.
        var (professor, again) = (spring.Enrols(instructor), spring.Enrols(mentor));
        await professor.OpensLink(spring.HomeLink);
        (await professor.GoesTo("/")).Says.ShouldContain($"Is this course another part of {autumn.Course.Title}?");
        (await professor.Clicks("See what that would do")).Says.ShouldContain("1 group and 2 mentees of that year appear in");
        (await professor.Clicks($"Join {autumn.Course.Title}")).Path.ShouldBe("/programme");

        // The group is there with what it did, and goes on here.
        var springs = await HasSpringAsync(spring, professor);
        await again.OpensLink(spring.HomeLink);
        var page = await again.GoesTo($"/groups/{group}");
        page.Says.ShouldContain("Held");
        page.Says.ShouldContain("Ana, Bo");
        var next = await professor.PlansSession(world.Tool, group, fromToday: -2);
        (await again.Tells(next, "We went on in spring.")).Says.ShouldContain("Logged. 0.83 of 5 hours once all is approved.");
        await professor.Reviews(springs, "Approve");
        await Eventually.Is(() => Task.FromResult(ScoreIn(spring, 2, again) == 10), "the participation grade is counted");
        await spring.Settles();
        ScoreIn(spring, 1, again).ShouldBe(3.33m, "of spring's hours alone");
        ScoreIn(autumn, 1, mentor).ShouldBe(6.67m, "autumn's slice is as it was");

        // The hours of both are one year's, wherever one looks.
        await instructor.OpensLink(autumn.HomeLink);
        await mentor.OpensLink(autumn.HomeLink);
        foreach (var one in new[] { instructor, professor, mentor, again })
        {
            (await one.GoesTo("/hours")).HoursOf(mentor.Name).ShouldBe("1.67||||7.5", one.Page.Url.AbsolutePath);
            one.Page.HoursOf("Group 1").ShouldBe("1.67|||");
        }

        // Undone, the shells part; what was graded stays graded in both gradebooks.
        var sent = SentTo(autumn, spring);
        await professor.GoesTo("/programme");
        await professor.Clicks("Undo the joining");
        professor.Page.Offers("Undo the joining").ShouldBeFalse();
        (await professor.GoesTo($"/groups/{group}")).Status.ShouldBe(404);
        await professor.OpensLink(spring.HomeLink);
        (await professor.GoesTo("/hours")).HoursOf(mentor.Name).ShouldBe("0.83||||5");
        (await instructor.GoesTo("/hours")).HoursOf(mentor.Name).ShouldBe("0.83||||2.5");
        await autumn.Settles();
        await spring.Settles();
        SentTo(autumn, spring).ShouldBe(sent);
        (ScoreIn(autumn, 0, mentor), ScoreIn(autumn, 1, mentor), ScoreIn(spring, 1, again), ScoreIn(spring, 2, again)).ShouldBe((16, 6.67m, 3.33m, 10));
        (await again.OpensLink(spring.Course.Links[2].Id)).Says.ShouldContain("10 of 20");
    }

    /// <summary>A term of ten weeks that began three weeks ago, whose reflection of the third week is behind the first link and loses at most a fifth when late.</summary>
    private static async Task<Guid> HasTermAsync(Classroom course)
    {
        var instructor = course.Instructor;
        await instructor.OpensLink(course.HomeLink);
        await course.RosterIsRead();
        await instructor.GoesTo("/term/new");
        instructor.Fills("First day", GroupWork.Day(-21 - (((int)GroupWork.Today.DayOfWeek + 6) % 7)));
        instructor.Fills("Weeks", "10");
        instructor.Fills("Hours of mentoring", "2.5");
        await instructor.Clicks("Show the dates");
        await instructor.Clicks("Set up this term");
        instructor.Page.Heading.ShouldBe("A term of 10 weeks", instructor.Page.Says);
        var reflection = await OpensReadyAsync(course, course.Link, Reflection);
        await instructor.GoesTo($"/reflections/edit/{reflection}");
        instructor.Fills("Loses a day, in %", "10");
        instructor.Fills("Free hours", "1");
        instructor.Fills("Not below, in %", "80");
        await instructor.Clicks("Save");
        instructor.Page.Path.ShouldEndWith("/submissions", customMessage: instructor.Page.Says);
        return reflection;
    }

    private static async Task<Guid> OpensReadyAsync(Classroom course, string link, string title)
    {
        await course.Instructor.OpensLink(link);
        await course.Instructor.Clicks($"Open this one: {title}");
        return Guid.Parse(course.Instructor.Page.Path.Split('/')[2]);
    }

    private static async Task<Guid> HasGroupsAsync(Classroom course, Person mentor)
    {
        await course.Instructor.GoesTo("/groups/import");
        course.Instructor.Fills("Or paste it", $"group,mentor,mentee\nGroup 1,{mentor.Name},Bo\nGroup 1,,Ana");
        (await course.Instructor.Clicks("Take it in")).Says.ShouldContain("1 new group and 2 mentees");
        await course.Instructor.Clicks("Group 1");
        return Guid.Parse(course.Instructor.Page.Path.Split('/')[2]);
    }

    /// <summary>A log of five hours behind the second link, and a participation grade of one session behind the third. Returns the log's id.</summary>
    private static async Task<Guid> HasSpringAsync(Classroom course, Person professor)
    {
        await professor.OpensLink(course.Course.Links[2].Id);
        await professor.Clicks("A participation grade");
        foreach (string field in new[] { "So many", "Points for all of them", "Without the lowest so many", "Points for full scores" })
            professor.Fills(field, "");
        professor.Fills("So many sessions", "2");
        professor.Fills("Points for all sessions", "20");
        (await professor.Clicks("Create")).Path.ShouldStartWith("/standing/", customMessage: professor.Page.Says);
        await professor.OpensLink(course.Course.Links[1].Id);
        await professor.Clicks("A mentoring log");
        professor.Fills("Goal in hours", "5");
        professor.Fills("Points", "20");
        (await professor.Clicks("Create")).Path.ShouldEndWith("/review", customMessage: professor.Page.Says);
        return Guid.Parse(professor.Page.Path.Split('/')[2]);
    }

    private static decimal? ScoreIn(Classroom course, int column, Person person) => course.Course.LineItems[column].FindCell(person.Id)?.Grade.Score;

    /// <summary>How many scores each cell of both gradebooks was sent.</summary>
    private static int[] SentTo(params Classroom[] courses) =>
        [.. courses.SelectMany(course => course.Course.LineItems).SelectMany(column => column.Cells.Values).Select((Cell cell) => cell.History.Count)];
}

[Collection(OnSqlite.Name)]
public sealed class TwoShellYearStoriesOnSqlite(SqliteWorld world) : TwoShellYearStories(world);

[Collection(OnPostgres.Name)]
public sealed class TwoShellYearStoriesOnPostgres(PostgresWorld world) : TwoShellYearStories(world);
