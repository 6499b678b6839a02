using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Logs;

/// <summary>Sessions are logged, reviewed, and become a grade by a rule.</summary>
public abstract class LogStories(World world)
{
    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task Approved_hours_become_a_grade_in_the_gradebook(string manner)
    {
        var (course, mentor, log) = await ReadyAsync(manner);
        await LogsAsync(mentor, "15:00", "15:50");
        mentor.Page.Says.ShouldContain("Logged. 0.83 of 10 hours once all is approved.");
        await LogsAsync(mentor, "17:00", "21:10");
        course.HistoryOf(mentor).ShouldBeEmpty("nothing is approved yet");

        await course.Instructor.GoesTo($"/logs/{log}/review");
        course.Instructor.Page.Says.ShouldContain("2 entries wait");
        await course.Instructor.Clicks("Approve");
        course.Instructor.Page.Says.ShouldContain("2 entries done.");
        course.Instructor.Page.Says.ShouldContain("5 of 10");
        await course.Settles(mentor);
        course.GradeOf(mentor).Score.ShouldBe(10);
        course.LastOf(mentor).Comment.ShouldBe("5 of 10 hours approved");

        (await mentor.Reloads()).Says.ShouldContain("5 of 10 hours approved");
        mentor.Page.Says.ShouldContain("So far that makes 10.");
    }

    [Fact]
    public async Task A_returned_entry_comes_back_with_its_note_and_waits_again_once_it_is_changed()
    {
        var (course, mentor, log) = await ReadyAsync();
        await LogsAsync(mentor, "15:00", "15:50");
        await course.Instructor.GoesTo($"/logs/{log}/review");
        (await course.Instructor.Clicks("Return with the note")).Says.ShouldContain("say in the note what is missing");
        course.Instructor.Fills("A note to the mentors chosen", "Who came?");
        await course.Instructor.Clicks("Return with the note");
        course.HistoryOf(mentor).ShouldAllBe(sent => sent.Score.ScoreGiven == 0);

        (await mentor.Reloads()).Says.ShouldContain("Who came?");
        mentor.Page.Says.ShouldContain("Returned to you");
        await mentor.Clicks("Change");
        mentor.Page.FieldText("What did you do?").ShouldBe("We read a graph.");
        mentor.Fills("Others", "Ana");
        (await mentor.Clicks("Save")).Says.ShouldContain("Bo, Ana");
        (await course.Instructor.Reloads()).Says.ShouldContain("logged again");
    }

    [Theory]
    [InlineData("15:50", "15:00", "It ends before it starts.")]
    [InlineData("15:00", "", "Say a time, such as 15:30.")]
    [InlineData("", "half past", "Say a time, such as 15:30.")]
    public async Task Times_that_cannot_be_are_said_beside_the_field_and_nothing_typed_is_lost(string start, string end, string says)
    {
        var (course, mentor, _) = await ReadyAsync();
        await FillsAsync(mentor, start, end);
        await mentor.Clicks("Log it");
        mentor.Page.Says.ShouldContain(says);
        mentor.Page.FieldText("What did you do?").ShouldBe("We read a graph.");
        mentor.Page.FieldText("From").ShouldBe(start);
        (await CountAsync(course)).ShouldBe(0);
    }

    [Fact]
    public async Task A_session_that_is_not_over_overlaps_or_has_nobody_in_it_is_not_logged()
    {
        var (course, mentor, _) = await ReadyAsync();
        await LogsAsync(mentor, "15:00", "15:50");
        await FillsAsync(mentor, "15:30", "16:30");
        (await mentor.Clicks("Log it")).Says.ShouldContain("You have logged another session at that time.");
        await FillsAsync(mentor, "17:00", "18:00", date: "2199-01-01");
        (await mentor.Clicks("Log it")).Says.ShouldContain("It is not over yet");
        await FillsAsync(mentor, "17:00", "18:00", who: $"Bo, {new string('x', 61)}");
        (await mentor.Clicks("Log it")).Says.ShouldContain("A name has at most 60 letters");
        await FillsAsync(mentor, "17:00", "18:00", who: "");
        (await mentor.Clicks("Log it")).Says.ShouldContain("Say who took part");
        (await CountAsync(course)).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_logs_one_session()
    {
        var (course, mentor, _) = await ReadyAsync();
        await FillsAsync(mentor, "15:00", "15:50");
        await mentor.Clicks("Log it");
        var sent = mentor.Browser.Requests.Last(request => request.Method == HttpMethod.Post);
        await mentor.See(mentor.Browser.SendAsync(sent));
        mentor.Page.Says.ShouldContain("Logged.");
        (await CountAsync(course)).ShouldBe(1);
    }

    [Fact]
    public async Task What_somebody_should_know_about_stands_first_on_the_instructors_pages()
    {
        var (course, mentor, log) = await ReadyAsync();
        await LogsAsync(mentor, "10:00", "10:40");
        await FillsAsync(mentor, "15:00", "15:50");
        mentor.Page.Document.QuerySelector<IHtmlInputElement>("input[name='Form.NeedsAttention']")!.IsChecked = true;
        await mentor.Clicks("Log it");
        (await course.Instructor.GoesTo("/")).Says.ShouldContain("2 log entries to approve. somebody should know about one");
        (await course.Instructor.GoesTo($"/logs/{log}/review")).Document.QuerySelector(".row")!.TextContent.ShouldContain("Somebody should know");
    }

    [Fact]
    public async Task A_new_goal_counts_everybodys_hours_anew()
    {
        var (course, mentor, log) = await ReadyAsync();
        await LogsAsync(mentor, "15:00", "20:00");
        await course.Instructor.GoesTo($"/logs/{log}/review");
        await course.Instructor.Clicks("Approve");
        await course.Settles(mentor);
        course.GradeOf(mentor).Score.ShouldBe(10);

        await course.Instructor.GoesTo($"/logs/edit/{log}");
        course.Instructor.Fills("Goal in hours", "5");
        await course.Instructor.Clicks("Save");
        await course.Settles(mentor);
        course.GradeOf(mentor).Score.ShouldBe(20);
    }

    [Fact]
    public async Task Hours_that_could_not_be_delivered_are_said_where_entries_are_reviewed()
    {
        var (course, mentor, log) = await ReadyAsync();
        await LogsAsync(mentor, "15:00", "20:00");
        course.Lms.Campus.Remove(course.Column);
        await course.Instructor.GoesTo($"/logs/{log}/review");
        await course.Instructor.Clicks("Approve");
        await course.Settles(mentor);
        await course.Instructor.Reloads();
        course.Instructor.Page.Says.ShouldContain("The column of this activity was deleted");
        (await course.Instructor.Clicks("1 grade could not be delivered.")).Says.ShouldContain("Its receipt says why");
        // Home leads to those that need a look, and to no others.
        await course.Instructor.GoesTo("/");
        var page = await course.Instructor.Clicks("1 grade needs a look");
        page.Says.ShouldContain("Only those that need a look.");
        page.Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain(mentor.Name);
    }

    [Fact]
    public async Task A_log_is_its_mentors_and_its_instructors_and_nobody_elses()
    {
        var (course, mentor, log) = await ReadyAsync();
        await LogsAsync(mentor, "15:00", "15:50");
        string entry = mentor.Page.Clickable("Change").GetAttribute("href")!.Split('/')[^1];
        var other = course.Mentor(1);
        await other.OpensLink(course.Link);
        other.Page.Says.ShouldNotContain("We read a graph.");
        (await other.GoesTo($"/logs/{log}/entry/{entry}")).Status.ShouldBe(404);
        (await other.GoesTo($"/logs/{log}/review")).Status.ShouldBe(404);
        (await other.GoesTo($"/logs/edit/{log}")).Status.ShouldBe(404);
        var stranger = world.NewCourse();
        await stranger.Instructor.OpensLink(stranger.HomeLink);
        (await stranger.Instructor.GoesTo($"/logs/{log}/review")).Status.ShouldBe(404);
    }

    private async Task<(Classroom Course, Person Mentor, Guid Log)> ReadyAsync(string manner = LmsHost.Moodle)
    {
        var course = world.NewCourse(manner);
        var instructor = course.Instructor;
        await instructor.OpensLink(course.Link);
        await instructor.Clicks("A mentoring log");
        instructor.Fills("Goal in hours", "10");
        instructor.Fills("Points", "20");
        await instructor.Clicks("Create");
        instructor.Page.Path.ShouldEndWith("/review", customMessage: instructor.Page.Says);
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        return (course, mentor, Guid.Parse(instructor.Page.Path.Split('/')[2]));
    }

    private static async Task LogsAsync(Person mentor, string start, string end)
    {
        await FillsAsync(mentor, start, end);
        await mentor.Clicks("Log it");
        mentor.Page.Says.ShouldContain("Logged.");
    }

    private static async Task FillsAsync(Person mentor, string start, string end, string date = "2026-02-06", string who = "Bo")
    {
        string log = mentor.Page.Path.Split('/')[2];
        await mentor.GoesTo($"/logs/{log}/entry");
        mentor.Fills("Date", date);
        mentor.Fills("From", start);
        mentor.Fills("To", end);
        mentor.Fills(mentor.Page.Document.QuerySelector("label[for=others]")!.TextContent, who);
        mentor.Fills("What did you do?", "We read a graph.");
    }

    private static async Task<int> CountAsync(Classroom course)
    {
        var id = await course.FindId();
        return await course.Tool.AskAsync(db => db.LogEntries.CountAsync(entry => entry.CourseId == id));
    }
}

[Collection(OnSqlite.Name)]
public sealed class LogStoriesOnSqlite(SqliteWorld world) : LogStories(world);

[Collection(OnPostgres.Name)]
public sealed class LogStoriesOnPostgres(PostgresWorld world) : LogStories(world);
