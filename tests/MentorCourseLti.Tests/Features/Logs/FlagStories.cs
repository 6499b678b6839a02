using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Tests.Drivers;
using MentorCourseLti.Tests.Features.People;
using MentorCourseLti.Tests.Features.Totals;

namespace MentorCourseLti.Tests.Features.Logs;

/// <summary>An entry that somebody should know about is told to every open page of whoever looks after its mentor.</summary>
public abstract class FlagStories(World world)
{
    [Fact]
    public async Task Whoever_looks_after_mentors_is_told_how_many_wait_until_they_are_approved()
    {
        var (course, log, leader, own, other) = await LedAsync();
        (await FlagsAsync(course.Instructor)).ShouldBe(("", ""));
        (await FlagsAsync(leader)).ShouldBe(("", ""));

        await LogsAsync(course, own, flagged: true);
        await LogsAsync(course, own, flagged: false, day: "2026-02-07");
        var (says, at) = await FlagsAsync(course.Instructor);
        says.ShouldBe("Somebody should know: 1 entry");
        at.ShouldEndWith($"/logs/{log}/review");
        await LogsAsync(course, other, flagged: true);
        (await FlagsAsync(course.Instructor)).Says.ShouldBe("Somebody should know: 2 entries");
        (await FlagsAsync(leader)).Says.ShouldBe("Somebody should know: 1 entry", "the other mentor is not theirs");
        (await leader.See(leader.Browser.GetAsync(new Uri(world.Tool.Address, (await FlagsAsync(leader)).At)))).Says.ShouldContain("Somebody should know");

        await course.Instructor.Reviews(log, "Approve");
        (await FlagsAsync(course.Instructor)).ShouldBe(("", ""));
        (await FlagsAsync(leader)).ShouldBe(("", ""));
    }

    [Fact]
    public async Task What_was_returned_is_its_mentors_to_mend_and_told_again_once_it_waits_again()
    {
        var (course, log, leader, own, _) = await LedAsync();
        await LogsAsync(course, own, flagged: true);
        await leader.Reviews(log, "Return with the note");
        (await FlagsAsync(course.Instructor)).Says.ShouldBeEmpty();
        await own.OpensLink(course.Link);
        await own.Clicks("Change");
        own.Fills("What did you do?", "We read a graph, and Bo cried.");
        await own.Clicks("Save");
        (await FlagsAsync(course.Instructor)).Says.ShouldBe("Somebody should know: 1 entry");
        (await FlagsAsync(leader)).Says.ShouldBe("Somebody should know: 1 entry");
    }

    [Fact]
    public async Task Mentors_ask_in_vain_and_no_other_course_is_told()
    {
        var (course, _, leader, own, other) = await LedAsync();
        await LogsAsync(course, own, flagged: true);
        foreach (var mentor in new[] { own, other })
            (await mentor.GoesTo("/flags")).Status.ShouldBe(404);
        var elsewhere = world.NewCourse();
        await elsewhere.Instructor.OpensLink(elsewhere.HomeLink);
        (await FlagsAsync(elsewhere.Instructor)).Says.ShouldBeEmpty();
        await course.Instructor.GoesTo("/people");
        course.Instructor.ChecksPerson(leader);
        await course.Instructor.Clicks("Mentors only again");
        await leader.OpensLink(course.HomeLink);
        (await leader.GoesTo("/flags")).Status.ShouldBe(404);
    }

    private static async Task<(string Says, string At)> FlagsAsync(Person person)
    {
        var answer = (await person.GoesTo("/flags")).Json;
        return (answer.GetProperty("says").GetString()!, answer.GetProperty("at").GetString()!);
    }

    private static async Task LogsAsync(Classroom course, Person mentor, bool flagged, string day = "2026-02-06")
    {
        await mentor.OpensLink(course.Link);
        await mentor.Clicks("Log a session");
        mentor.Fills("Date", day);
        mentor.Fills("From", "15:00");
        mentor.Fills("To", "15:50");
        mentor.Fills(mentor.Page.Document.QuerySelector("label[for=others]")!.TextContent, "Bo");
        mentor.Fills("What did you do?", "We read a graph.");
        mentor.Page.Document.QuerySelector<IHtmlInputElement>("input[name='Form.NeedsAttention']")!.IsChecked = flagged;
        (await mentor.Clicks("Log it")).Says.ShouldContain("Logged.");
    }

    /// <summary>A course with a log, a leader with one mentor, and another mentor who is nobody's.</summary>
    private async Task<(Classroom Course, Guid Log, Person Leader, Person Own, Person Other)> LedAsync()
    {
        var course = world.NewCourse();
        var mentors = await course.HasMentors(3);
        var log = await course.HasLog();
        await course.Instructor.GoesTo("/people");
        course.Instructor.ChecksPerson(mentors[0]);
        await course.Instructor.Clicks("Make them mentor leaders");
        course.Instructor.ChecksPerson(mentors[1]);
        course.Instructor.Fills("Mentor leader", $"{(await course.MemberOf(mentors[0])).Id}");
        (await course.Instructor.Clicks("Give to this leader")).Says.ShouldContain("1 mentor was given");
        await mentors[0].OpensLink(course.HomeLink);
        return (course, log, mentors[0], mentors[1], mentors[2]);
    }
}

[Collection(OnSqlite.Name)]
public sealed class FlagStoriesOnSqlite(SqliteWorld world) : FlagStories(world);

[Collection(OnPostgres.Name)]
public sealed class FlagStoriesOnPostgres(PostgresWorld world) : FlagStories(world);
