using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Reminders;
using MentorCourseLti.Tests.Drivers;
using MentorCourseLti.Tests.Features.Totals;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Reminders;

/// <summary>People are told once a day of what waits for them, and not of what they have done.</summary>
public abstract class ReminderStories(World world)
{
    [Fact]
    public async Task What_is_due_soon_is_told_once_a_day_on_Home_and_on_its_page_and_stops_when_it_is_handed_in()
    {
        var (course, mentor) = await DueAsync();
        (await mentor.GoesTo("/reminders")).Says.ShouldContain("Nothing to remind you of");
        (await course.Wakes(mentor)).Select(line => line.Kind).ShouldBe([ReminderKind.DueSoon]);
        (await world.Tool.WakesAsync(await course.FindId(), Mornings.Of(0))).ShouldBeFalse("the course had its round");
        (await course.Wakes(mentor)).Count.ShouldBe(1);

        (await mentor.GoesTo("/")).Says.ShouldContain("New reminder: “The first meeting” is due");
        (await mentor.GoesTo("/reminders")).Says.ShouldContain("“The first meeting” is due");
        (await mentor.GoesTo("/")).Says.ShouldNotContain("New reminder");

        await mentor.HandsIn(course.Link, "Done in time.");
        (await mentor.GoesTo("/reminders")).Says.ShouldContain("All of it is done.");
        (await course.Wakes(mentor, fromToday: 1)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_is_asked_for_after_it_and_again_after_three_days_until_it_is_logged()
    {
        var course = world.NewCourse();
        await course.HasLog();
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        await course.RosterIsRead();
        var group = await course.Instructor.MakesGroup("Group 1", mentor);
        var session = await course.Instructor.PlansSession(world.Tool, group, fromToday: -1);
        await course.Sleeps();
        (await course.Wakes(mentor)).ShouldBe([new ReminderLine(ReminderKind.LogMissing, (await course.MemberOf(mentor)).Id, session)]);
        (await course.Wakes(mentor, fromToday: 1)).ShouldBeEmpty();
        (await course.Wakes(mentor, fromToday: 3)).Count.ShouldBe(1);
        await mentor.GoesTo("/reminders");
        (await mentor.Clicks(Link(mentor))).Path.ShouldBe($"/sessions/{session}/log");
        await mentor.Tells(session);
        (await course.Wakes(mentor, fromToday: 6)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Feedback_is_told_until_it_was_read_and_an_entry_that_came_back_until_it_was_changed()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        var (reader, waiter) = (course.Mentor(), course.Mentor(1));
        foreach (var mentor in new[] { reader, waiter })
        {
            await mentor.HandsIn(course.Link, "To be read.");
            await course.Instructor.OpensWorkOf(mentor, activity);
            await course.Instructor.Grades("5 5 5 5", "A comment that no e-mail shows.");
        }

        await reader.OpensLink(course.Link);
        await course.Sleeps();
        (await course.Wakes(waiter)).Select(line => line.Kind).ShouldBe([ReminderKind.FeedbackReady]);
        (await course.MessagesOf(reader)).ShouldBeEmpty("it was read before");
        (await waiter.GoesTo("/")).Says.ShouldContain("Feedback on “The first meeting” is ready to read.");
        await waiter.OpensLink(course.Link);
        (await waiter.GoesTo("/")).Says.ShouldNotContain("New reminder");

        string link = course.Course.Links[2].Id;
        await course.Instructor.OpensLink(link);
        await course.Instructor.Clicks("A mentoring log");
        await course.Instructor.Clicks("Create");
        var log = Guid.Parse(course.Instructor.Page.Path.Split('/')[2]);
        await waiter.Logs(link, "Zebulon");
        await course.Instructor.Reviews(log, "Return with the note");
        (await course.Wakes(waiter, fromToday: 1)).Select(line => line.Kind).ShouldBe([ReminderKind.EntryReturned]);
        await waiter.GoesTo("/reminders");
        waiter.Page.Says.ShouldContain("came back with a note");
        waiter.Page.Says.ShouldNotContain("Zebulon");
        await waiter.Clicks(Link(waiter));
        waiter.Fills("Others", "Ana");
        await waiter.Clicks("Save");
        (await waiter.GoesTo("/reminders")).Says.ShouldNotContain("came back with a note");
    }

    [Fact]
    public async Task The_week_is_told_on_Monday_to_those_who_teach_and_to_leaders_of_their_own_mentors_and_an_empty_course_has_none()
    {
        var empty = world.NewCourse();
        await empty.Instructor.OpensLink(empty.HomeLink);
        await empty.RosterIsRead();
        await empty.Sleeps();
        (await empty.Wakes(empty.Instructor, Mornings.NextMonday())).ShouldBeEmpty();
        (await empty.Instructor.GoesTo("/reminders")).Says.ShouldContain("In a week in which there is nothing to say, none comes.");

        var course = world.NewCourse();
        await course.IsSetUp();
        var (leader, led, other) = (course.Mentor(), course.Mentor(1), course.Mentor(2));
        await leader.OpensLink(course.Link);
        foreach (var mentor in new[] { led, other })
            await mentor.HandsIn(course.Link, "To be graded.");
        await course.HasLeader(leader, led);
        await course.Sleeps();
        var monday = Mornings.NextMonday();
        (await course.Wakes(course.Instructor, monday)).Select(line => line.Kind).ShouldBe([ReminderKind.WeeklyDigest]);
        (await course.MessagesOf(leader)).Single().Lines.Single().Kind.ShouldBe(ReminderKind.WeeklyDigest);
        (await course.Wakes(course.Instructor, monday.AddDays(1))).ShouldBeEmpty("once a week");
        (await course.Instructor.GoesTo("/")).Says.ShouldContain("New reminder: the week in your course");
        (await course.Instructor.GoesTo("/reminders")).Says.ShouldContain("2 reflections wait to be graded.");
        (await leader.GoesTo("/reminders")).Says.ShouldContain("Nothing waits for you. In the last seven days 1 reflection came in.");
    }

    [Fact]
    public async Task Whoever_is_in_two_courses_has_one_message_of_both()
    {
        var (first, mentor) = await DueAsync();
        var second = world.NewCourse();
        await second.Instructor.SetsUp(second.Link, "The second meeting", due: Coursework.LocalIn(hours: 40));
        var again = second.Enrols(mentor);
        await again.OpensLink(second.Link);
        await second.RosterIsRead();
        await second.Sleeps();
        (await first.Wakes(mentor)).ShouldBeEmpty("the newer course tells it");
        (await second.Wakes(again)).Count.ShouldBe(2);
        (await first.Wakes(mentor)).Count.ShouldBe(2);
        await again.GoesTo("/");
        again.Page.Says.ShouldContain("2 new reminders");
        (await again.GoesTo("/reminders")).Says.ShouldContain("open it from your courses");
    }

    [Fact]
    public async Task What_somebody_switched_off_is_not_told_and_what_they_were_not_asked_stays()
    {
        var (course, mentor) = await DueAsync();
        await mentor.GoesTo("/reminders");
        mentor.Page.Says.ShouldContain("This tool sends no e-mail.");
        ((AngleSharp.Html.Dom.IHtmlInputElement)mentor.Page.Field("Work that is due soon")).IsChecked = false;
        (await mentor.Clicks("Save")).Says.ShouldContain("Saved.");
        ((AngleSharp.Html.Dom.IHtmlInputElement)mentor.Page.Field("Work that is due soon")).IsChecked.ShouldBeFalse();
        ((AngleSharp.Html.Dom.IHtmlInputElement)mentor.Page.Field("Feedback that is ready")).IsChecked.ShouldBeTrue();
        (await course.Wakes(mentor)).ShouldBeEmpty();
        var choice = await world.Tool.AskAsync(db => db.ReminderChoices.AsNoTracking().SingleAsync(one => one.Subject == mentor.Id && one.RefusedAddress == null));
        (choice.WantsMail, choice.Wants(ReminderKind.WeeklyDigest)).ShouldBe((true, true));
    }

    [Fact]
    public async Task Whoever_left_tries_out_or_is_in_a_run_that_was_put_away_is_told_nothing()
    {
        // Canvas's Student View.
        var (course, mentor) = await DueAsync(world.NewCanvasCourse());
        var tester = course.TestStudent();
        await tester.OpensLink(course.Link);
        await course.Loses(mentor);
        (await course.Wakes(mentor)).ShouldBeEmpty();
        (await course.MessagesOf(tester)).ShouldBeEmpty();

        var (archived, other) = await DueAsync();
        var id = await archived.FindId();
        await world.Tool.AskAsync(db => db.Courses.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.ArchivedAt, Mornings.Of(-1))));
        (await archived.Wakes(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_nodes_that_wake_a_course_at_the_same_moment_one_writes_and_everybody_is_told_once()
    {
        var (course, mentor) = await DueAsync();
        var id = await course.FindId();
        var rounds = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Tool.WakesAsync(id, Mornings.Of(0)))));
        rounds.Count(wrote => wrote).ShouldBe(1);
        (await course.MessagesOf(mentor)).Single().Lines.Count.ShouldBe(1);
    }

    private Task<(Classroom Course, Person Mentor)> DueAsync() => DueAsync(world.NewCourse());

    private static async Task<(Classroom Course, Person Mentor)> DueAsync(Classroom course)
    {
        await course.Instructor.SetsUp(course.Link, due: Coursework.LocalIn(hours: 40));
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        await course.RosterIsRead();
        await course.Sleeps();
        return (course, mentor);
    }

    /// <summary>The first thing on the page.</summary>
    private static string Link(Person person) => Page.Text(person.Page.Document.QuerySelector("a.row-title"));
}

[Collection(OnSqlite.Name)]
public sealed class ReminderStoriesOnSqlite(SqliteWorld world) : ReminderStories(world);

[Collection(OnPostgres.Name)]
public sealed class ReminderStoriesOnPostgres(PostgresWorld world) : ReminderStories(world);
