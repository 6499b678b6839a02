using AngleSharp.Dom;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Programmes;

/// <summary>A mentoring year runs through several course shells: which they are, an instructor says, and can take back.</summary>
public abstract class ProgrammeStories(World world)
{
    private const string Question = "Is this course another part of";

    [Fact]
    public async Task A_second_course_is_asked_whether_it_is_of_the_year_that_is_here_and_reads_first_what_joining_does()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        var instructor = MentoringYear.Somebody("instructor");
        (await year.Teaches(instructor, "autumn")).Says.ShouldNotContain(Question);
        await instructor.HasGroup("Group 1", mentees: "Bo, Ana");

        (await year.Teaches(instructor, "spring")).Says.ShouldContain($"{Question} autumn?");
        var preview = await instructor.Clicks("See what that would do");
        preview.Says.ShouldContain("It becomes one year with: autumn.");
        preview.Says.ShouldContain("1 group and 2 mentees of that year appear in spring, with their sessions.");
        preview.Says.ShouldContain("Activities and grades of spring stay its own.");
        preview.Says.ShouldContain("Groups and mentees that were set up in spring move along.");
        preview.Says.ShouldContain("It can be undone");
        (await year.ProgrammeOf("spring")).ShouldNotBe(await year.ProgrammeOf("autumn"), "looking joins nothing");

        var joined = await instructor.Clicks("Join autumn");
        joined.Path.ShouldBe("/programme");
        joined.Document.QuerySelectorAll(".row-title").Select(row => Page.Text(row)).ShouldBe(["autumn", "spring"]);
        (await year.ProgrammeOf("spring")).ShouldBe(await year.ProgrammeOf("autumn"));
        (await instructor.GoesTo("/groups")).Says.ShouldContain("Group 1 2 mentees");
        (await instructor.GoesTo("/")).Says.ShouldNotContain(Question);
        (await year.Teaches(instructor, "autumn")).Says.ShouldNotContain(Question, customMessage: "it shares its year already");
    }

    [Fact]
    public async Task What_is_declined_is_not_asked_again_and_can_be_done_later()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        var instructor = MentoringYear.Somebody("instructor");
        await year.Teaches(instructor, "autumn");
        await year.Teaches(instructor, "spring");
        await instructor.Clicks("See what that would do");
        (await instructor.Clicks("No, spring is a year of its own")).Path.ShouldBe("/");
        instructor.Page.Says.ShouldNotContain(Question);
        (await year.Teaches(instructor, "spring")).Says.ShouldNotContain(Question);
        (await year.ProgrammeOf("spring")).ShouldNotBe(await year.ProgrammeOf("autumn"));

        await instructor.GoesTo("/programme");
        await instructor.Clicks("Join another course’s year");
        (await instructor.Clicks("Join autumn")).Says.ShouldContain("spring joined this programme on");
    }

    [Fact]
    public async Task Activities_and_grades_stay_their_courses_own()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        var instructor = MentoringYear.Somebody("instructor");
        await year.Teaches(instructor, "autumn");
        await year.HasLog(instructor, "autumn");
        var log = await InCourse(year, "autumn", (db, course) => db.Activities.Where(activity => activity.CourseId == course).Select(activity => activity.Id).SingleAsync());
        await year.Joins(instructor, "spring", "autumn");
        (await instructor.GoesTo($"/logs/{log}/review")).Status.ShouldBe(404);
        (await instructor.GoesTo("/")).Says.ShouldContain("Nothing here yet");
        (await InCourse(year, "spring", (db, course) => db.Activities.CountAsync(activity => activity.CourseId == course))).ShouldBe(0);
    }

    [Fact]
    public async Task Undone_all_that_came_along_goes_back_and_all_else_stays()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        var instructor = MentoringYear.Somebody("instructor");
        await year.Teaches(instructor, "autumn");
        await instructor.HasGroup("Autumn's", mentees: "Bo");
        await HasPartner(instructor, "Lab school");
        await year.Teaches(instructor, "spring");
        var springs = await instructor.MakesGroup("Spring's", mentees: "Cy, Di");
        var session = await instructor.PlansSession(world.Tool, springs, fromToday: 3);
        await HasPartner(instructor, "Lab school");
        await HasPartner(instructor, "North High");
        await year.Joins(instructor, "spring", "autumn");
        instructor.Page.Says.ShouldContain("2 groups");
        instructor.Page.Says.ShouldContain("3 mentees");
        (await instructor.GoesTo("/mentees")).Document.QuerySelectorAll(".row-title").Select(row => Page.Text(row)).ShouldBe(["Lab school", "North High"]);
        await instructor.HasGroup("Made together", mentees: "Ed");

        await instructor.GoesTo("/programme");
        var alone = await instructor.Clicks("Undo the joining");
        alone.Says.ShouldContain("1 group");
        alone.Says.ShouldContain("2 mentees");
        alone.Document.QuerySelectorAll(".row-title").Select(row => Page.Text(row)).ShouldBe(["spring"]);
        (await instructor.GoesTo($"/groups/{springs}")).Says.ShouldContain("Cy, Di");
        (await world.Tool.SessionOf(session)).StartsAt.ShouldBe(GroupWork.At(3, 15));
        (await instructor.GoesTo("/mentees")).Document.QuerySelectorAll(".row-title").Select(row => Page.Text(row)).ShouldBe(["Lab school", "North High"]);

        await year.Teaches(instructor, "autumn");
        (await instructor.GoesTo("/groups")).Document.QuerySelectorAll(".row-title").Select(row => Page.Text(row)).ShouldBe(["Autumn's", "Made together"]);
        var mentees = await instructor.GoesTo("/mentees");
        mentees.Document.QuerySelectorAll("tbody th").Select(row => Page.Text(row)).ShouldBe(["Bo", "Ed"]);
        mentees.Document.QuerySelectorAll(".row-title").Select(row => Page.Text(row)).ShouldBe(["Lab school"]);
    }

    [Fact]
    public async Task Mentees_go_and_stay_with_the_group_that_they_are_in_by_then()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        var instructor = MentoringYear.Somebody("instructor");
        await year.Teaches(instructor, "autumn");
        await instructor.HasGroup("Autumn's", mentees: "Bo");
        await year.Teaches(instructor, "spring");
        await instructor.HasGroup("Spring's", mentees: "Cy, Di");
        await year.Joins(instructor, "spring", "autumn");
        await PutsInto(instructor, "Cy", "Autumn's");
        await PutsInto(instructor, "Bo", "Spring's");

        await instructor.GoesTo("/programme");
        await instructor.Clicks("Undo the joining");
        (await instructor.GoesTo("/mentees")).Document.QuerySelectorAll("tbody th").Select(row => Page.Text(row)).ShouldBe(["Bo", "Di"]);
        await year.Teaches(instructor, "autumn");
        (await instructor.GoesTo("/mentees")).Document.QuerySelectorAll("tbody th").Select(row => Page.Text(row)).ShouldBe(["Cy"]);
    }

    [Fact]
    public async Task Groups_of_one_name_are_told_apart_by_the_course_that_they_come_from()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        var instructor = MentoringYear.Somebody("instructor");
        await year.Teaches(instructor, "autumn");
        await instructor.HasGroup("Group 1", mentees: "");
        await instructor.HasGroup("Group 1 (spring)", mentees: "");
        await year.Teaches(instructor, "spring");
        var own = await instructor.MakesGroup("Group 1", mentees: "Cy");
        await instructor.HasGroup("Group 1 (spring 2)", mentees: "");
        await year.Joins(instructor, "spring", "autumn");

        string[] names = [.. (await instructor.GoesTo("/groups")).Document.QuerySelectorAll(".row-title").Select(row => Page.Text(row))];
        names.Length.ShouldBe(4);
        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(4);
        names.ShouldContain("Group 1 (spring)");
        (await instructor.GoesTo($"/groups/{own}")).Heading.ShouldStartWith("Group 1 (spring");
        await instructor.GoesTo("/programme");
        await instructor.Clicks("Undo the joining");
        (await instructor.GoesTo($"/groups/{own}")).Says.ShouldContain("Cy");
    }

    [Fact]
    public async Task The_longest_names_fit_too()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        var instructor = MentoringYear.Somebody("instructor");
        string name = new('g', 100);
        await year.Teaches(instructor, "autumn");
        await instructor.HasGroup(name, mentees: "");
        await year.Teaches(instructor, "spring", title: new string('s', 400));
        await instructor.HasGroup(name, mentees: "");
        await instructor.GoesTo("/programme/join");
        (await instructor.Clicks("Join autumn")).Says.ShouldContain("2 groups");
    }

    [Fact]
    public async Task Anothers_year_is_not_joined_by_naming_it()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        await using var elsewhere = await MentoringYear.StartAsync(world.Tool);
        Person instructor = MentoringYear.Somebody("instructor"), colleague = MentoringYear.Somebody("colleague");
        await year.Teaches(colleague, "autumn");
        // As a mentor of it one does not lead it, and on another platform the same id is somebody else.
        await year.Attends(instructor, "autumn");
        await elsewhere.Teaches(MentoringYear.Somebody("instructor"), "abroad");
        await year.Teaches(instructor, "summer");
        (await year.Teaches(instructor, "spring")).Says.ShouldContain($"{Question} summer?");

        var own = await year.ProgrammeOf("spring");
        foreach (var theirs in new[] { await year.ProgrammeOf("autumn"), await elsewhere.ProgrammeOf("abroad"), own })
        {
            (await instructor.GoesTo("/programme/join")).Offers("Join autumn").ShouldBeFalse();
            var page = await instructor.Posts("/programme/join", ("programme", $"{theirs}"));
            page.Says.ShouldContain("nothing was joined");
            (await year.ProgrammeOf("spring")).ShouldBe(own);
        }
    }

    [Fact]
    public async Task A_mentor_is_asked_nothing_and_joins_nothing()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        Person instructor = MentoringYear.Somebody("instructor"), mentor = MentoringYear.Somebody("mentor");
        await year.Teaches(instructor, "autumn");
        await year.HasLog(instructor, "autumn");
        await year.Joins(instructor, "spring", "autumn");
        (await year.Attends(mentor, "autumn")).Says.ShouldNotContain(Question);
        var log = await InCourse(year, "autumn", (db, course) => db.Activities.Where(activity => activity.CourseId == course).Select(activity => activity.Id).SingleAsync());
        (await mentor.GoesTo("/programme")).Status.ShouldBe(404);
        (await mentor.GoesTo("/programme/join")).Status.ShouldBe(404);
        await mentor.GoesTo($"/logs/{log}/entry");
        (await mentor.Posts("/programme?handler=Undo")).Status.ShouldBe(404);
        await year.Attends(mentor, "spring");
        await mentor.GoesTo("/groups");
        (await year.ProgrammeOf("spring")).ShouldBe(await year.ProgrammeOf("autumn"));
    }

    [Fact]
    public async Task A_course_that_shares_its_year_joins_no_other_one()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        var instructor = MentoringYear.Somebody("instructor");
        await year.Teaches(instructor, "autumn");
        await year.Joins(instructor, "spring", "autumn");
        await year.Teaches(instructor, "another");
        foreach (string course in new[] { "spring", "autumn" })
        {
            (await year.Teaches(instructor, course)).Says.ShouldNotContain(Question);
            (await instructor.GoesTo("/programme")).Offers("Join another").ShouldBeFalse(course);
            (await instructor.GoesTo("/programme/join")).Says.ShouldContain("Nothing to join");
        }
    }

    [Fact]
    public async Task Joined_in_several_windows_at_once_it_is_joined_once()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        var instructor = MentoringYear.Somebody("instructor");
        await year.Teaches(instructor, "autumn");
        await year.Teaches(instructor, "spring");
        await instructor.HasGroup("Spring's", mentees: "Cy");
        var windows = Enumerable.Range(0, 4).Select(_ => MentoringYear.Somebody("instructor")).ToArray();
        foreach (var window in windows)
        {
            await year.Teaches(window, "spring");
            await window.GoesTo("/programme/join");
        }

        await Task.WhenAll(windows.Select(window => window.Clicks("Join autumn")));
        windows.Count(window => window.Page.Path == "/programme").ShouldBe(1);
        windows.Count(window => window.Page.Says.Contains("nothing was joined", StringComparison.Ordinal)).ShouldBe(3);
        (await InCourse(year, "spring", (db, course) => db.CourseJoins.CountAsync(join => join.CourseId == course))).ShouldBe(1);
        await instructor.GoesTo("/programme");
        (await instructor.Clicks("Undo the joining")).Says.ShouldContain("1 group");
    }

    [Fact]
    public async Task A_mentor_of_the_first_course_finds_the_group_in_the_second_and_logs_there()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        Person instructor = MentoringYear.Somebody("instructor"), mentor = MentoringYear.Somebody("mentor"), other = MentoringYear.Somebody("other");
        await year.Attends(mentor, "autumn");
        await year.Teaches(instructor, "autumn");
        var group = await instructor.MakesGroup("Group 1", mentor);
        var session = await instructor.PlansSession(world.Tool, group, fromToday: -1);
        await year.Joins(instructor, "spring", "autumn");
        await year.HasLog(instructor, "spring");

        (await year.Attends(mentor, "spring")).Says.ShouldContain("Group 1");
        await mentor.Clicks("Log the session of");
        mentor.Page.Path.ShouldBe($"/sessions/{session}/log");
        mentor.Fills(GroupWork.Did, "We went on in spring.");
        (await mentor.Clicks("Log it")).Says.ShouldContain("Logged. 0.83");
        (await InCourse(year, "spring", (db, course) => db.LogEntries.CountAsync(entry => entry.CourseId == course))).ShouldBe(1);
        (await instructor.GoesTo($"/groups/{group}")).Says.ShouldContain("Held");

        await year.Attends(other, "spring");
        (await other.GoesTo($"/groups/{group}")).Status.ShouldBe(404);
        (await other.GoesTo($"/sessions/{session}/log")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_session_that_was_logged_in_one_course_does_not_count_in_the_other_as_well()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        Person instructor = MentoringYear.Somebody("instructor"), phone = MentoringYear.Somebody("mentor"), tablet = MentoringYear.Somebody("mentor");
        await year.Attends(phone, "autumn");
        await year.Teaches(instructor, "autumn");
        await year.HasLog(instructor, "autumn");
        var session = await instructor.PlansSession(world.Tool, await instructor.MakesGroup("Group 1", phone), fromToday: -1);
        await year.Joins(instructor, "spring", "autumn");
        await year.HasLog(instructor, "spring");
        await year.Attends(tablet, "spring");
        await tablet.GoesTo($"/sessions/{session}/log");
        tablet.FillsTold("Told on the tablet.");

        await year.Attends(phone, "autumn");
        (await phone.Tells(session)).Says.ShouldContain("Logged.");
        (await tablet.Clicks("Log it")).Error("did").ShouldContain("You have logged this session already, in another course of the programme.");
        tablet.Page.FieldText(GroupWork.Did).ShouldBe("Told on the tablet.");
        (await InCourse(year, "spring", (db, course) => db.LogEntries.CountAsync(entry => entry.CourseId == course))).ShouldBe(0);
        (await tablet.GoesTo($"/sessions/{session}/log")).Says.ShouldContain("Its hours count there");
    }

    [Theory]
    [InlineData("", "Give the year a name")]
    [InlineData("\u0001", "Give the year a name")]
    [InlineData("STEM\u0007mentors ", "")]
    public async Task The_year_has_a_name_that_can_be_read(string name, string says)
    {
        var course = world.NewCourse();
        await course.Instructor.OpensLink(course.HomeLink);
        await course.Instructor.GoesTo("/programme");
        string zone = course.Instructor.Page.FieldText("Time zone");
        var page = await course.Instructor.Posts("/programme", ("Form.Title", name), ("Form.TimeZone", zone));
        if (says.Length > 0)
            page.Error("title").ShouldContain(says);
        else
            page.Heading.ShouldBe("STEM mentors");
    }

    private static async Task HasPartner(Person instructor, string name)
    {
        await instructor.GoesTo("/mentees");
        instructor.Fills("School, or teacher there", name);
        await instructor.Clicks("Add");
    }

    private static async Task PutsInto(Person instructor, string mentee, string group)
    {
        var page = await instructor.GoesTo("/mentees");
        string id = page.Document.QuerySelector($"input[aria-label='Choose {mentee}']")!.GetAttribute("value")!;
        string into = page.Document.QuerySelectorAll("#to option").Single(option => option.TextContent == group).GetAttribute("value")!;
        (await instructor.Posts("/mentees", ("mentees", id), ("to", into), ("go", "give"))).Says.ShouldContain("1 mentee changed.");
    }

    private static async Task<T> InCourse<T>(MentoringYear year, string context, Func<MentorCourseLti.Data.CourseDb, MentorCourseLti.Internship.Programmes.CourseId, Task<T>> ask)
    {
        var course = await year.CourseOf(context);
        return await year.Tool.AskAsync(db => ask(db, course.Id));
    }
}

[Collection(OnSqlite.Name)]
public sealed class ProgrammeStoriesOnSqlite(SqliteWorld world) : ProgrammeStories(world);

[Collection(OnPostgres.Name)]
public sealed class ProgrammeStoriesOnPostgres(PostgresWorld world) : ProgrammeStories(world);
