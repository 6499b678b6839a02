using AngleSharp.Dom;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCourseLti.Tests.Features.Standings;

/// <summary>A participation grade counts itself, part by part, and goes to the gradebook whenever it comes out otherwise.</summary>
public abstract class StandingStories(World world)
{
    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task What_is_handed_in_and_logged_counts_and_a_surplus_of_one_pays_for_nothing_else(string manner)
    {
        var course = world.NewCourse(manner);
        await SetsUpAsync(course, handedIn: ("1", "10"), sessions: ("2", "10"));
        var instructor = course.Instructor;
        var first = await instructor.SetsUp(course.Course.Links[1].Id);
        var second = await instructor.SetsUp(course.Course.Links[2].Id, "The second meeting");
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        mentor.Page.Says.ShouldContain("Hand in a reflection: 10 points.");
        mentor.Page.Says.ShouldContain("Log 2 sessions that are approved: 10 points. More than 2 count no more.");

        await mentor.HandsIn(course.Course.Links[1].Id, "One.");
        await Shows(course, mentor, 10);
        await mentor.HandsIn(course.Course.Links[2].Id, "Two: one more than is asked.");
        await course.Settles();
        (await mentor.OpensLink(course.Link)).Says.ShouldContain("10 of 20");
        mentor.Page.Says.ShouldContain("2 of 1 so far");
        course.GradeOf(mentor).Score.ShouldBe(10, "no surplus of reflections pays for a session");
        (await instructor.OpensLink(course.Link)).Says.ShouldContain(mentor.Name);
        instructor.Page.Says.ShouldContain("0 of 10");
    }

    [Fact]
    public async Task The_lowest_score_is_dropped_and_what_never_came_counts_nothing()
    {
        var course = world.NewCourse();
        await SetsUpAsync(course, scores: ("1", "20"));
        var instructor = course.Instructor;
        var links = new[] { course.Course.Links[1].Id, course.Course.Links[2].Id, course.Course.Links[3].Id };
        var good = await instructor.SetsUp(links[0], "Good");
        var half = await instructor.SetsUp(links[1], "Half");
        await instructor.SetsUp(links[2], "Never", due: Coursework.LocalIn(days: -1));
        var mentor = course.Mentor();
        await GradedAsync(course, mentor, links[0], good, "5 5 5 5");
        // Two that count: 1 and the one that never came; the lowest is dropped.
        await Shows(course, mentor, 20);
        await GradedAsync(course, mentor, links[1], half, "2 2 5 0");
        await Shows(course, mentor, 14.5m);
        (await mentor.OpensLink(course.Link)).Says.ShouldContain("Your reflection scores, on average without the lowest: 20 points.");
    }

    [Fact]
    public async Task Excused_work_is_not_missed_and_the_part_is_full_without_it()
    {
        var course = world.NewCourse();
        await SetsUpAsync(course, handedIn: ("2", "20"));
        var instructor = course.Instructor;
        await instructor.SetsUp(course.Course.Links[1].Id, "One");
        var other = await instructor.SetsUp(course.Course.Links[2].Id, "Two");
        var mentor = course.Mentor();
        await mentor.HandsIn(course.Course.Links[1].Id, "One.");
        await Shows(course, mentor, 10);
        await instructor.GoesTo($"/reflections/{other}/submissions");
        await instructor.Clicks($"Extension or excuse for {mentor.Name}");
        instructor.Checks("Not asked of them");
        await instructor.Clicks("Save");
        await Shows(course, mentor, 20);
    }

    [Fact]
    public async Task A_changed_rule_shows_whose_grades_it_changes_before_it_does()
    {
        var course = world.NewCourse();
        var standing = await SetsUpAsync(course, handedIn: ("1", "20"));
        await course.Instructor.SetsUp(course.Course.Links[1].Id, "One");
        var mentor = course.Mentor();
        await mentor.HandsIn(course.Course.Links[1].Id, "One.");
        await Shows(course, mentor, 20);
        await course.Instructor.SetsUp(course.Course.Links[2].Id, "Two");
        await course.Instructor.GoesTo($"/standing/edit/{standing}");
        course.Instructor.Fills("So many", "2");
        await course.Instructor.Clicks("Save");
        course.Instructor.Page.Says.ShouldContain($"{mentor.Name} 20 → 10");
        course.GradeOf(mentor).Score.ShouldBe(20);
        await course.Instructor.Clicks("Save all of it");
        await Shows(course, mentor, 10);
    }

    [Fact]
    public async Task Counting_again_without_news_sends_nothing()
    {
        var course = world.NewCourse();
        await SetsUpAsync(course, handedIn: ("1", "20"));
        await course.Instructor.SetsUp(course.Course.Links[1].Id, "One");
        var mentor = course.Mentor();
        await mentor.HandsIn(course.Course.Links[1].Id, "One.");
        await Shows(course, mentor, 20);
        await course.Settles();
        int sent = course.HistoryOf(mentor).Count;
        await using (var scope = course.Tool.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ParticipationGrades>().RefreshAsync(await course.FindId(), TestContext.Current.CancellationToken);
        await course.Settles();
        course.HistoryOf(mentor).Count.ShouldBe(sent);
    }

    [Theory]
    [InlineData("0", "10", "Say how many, from 1 to 200.")]
    [InlineData("5", "", "Say how many points this part counts; or clear the number beside it.")]
    [InlineData("5", "-1", "Points are above 0 and at most 10000.")]
    [InlineData("", "", "Give at least one part points.")]
    public async Task A_part_that_cannot_be_is_said_beside_its_field(string needed, string points, string says)
    {
        var course = world.NewCourse();
        await BeginsAsync(course);
        course.Instructor.Fills("So many", needed);
        course.Instructor.Fills("Points for all of them", points);
        await course.Instructor.Clicks("Create");
        course.Instructor.Page.Document.QuerySelectorAll(".error").Select(Page.Text).ShouldContain(says);
    }

    private static async Task BeginsAsync(Classroom course)
    {
        await course.Instructor.OpensLink(course.Link);
        await course.Instructor.Clicks("A participation grade");
        foreach (string field in new[] { "So many", "Points for all of them", "So many sessions", "Points for all sessions", "Without the lowest so many", "Points for full scores" })
            course.Instructor.Fills(field, "");
    }

    private static async Task<Guid> SetsUpAsync(Classroom course, (string Count, string Points)? handedIn = null, (string Count, string Points)? sessions = null, (string Count, string Points)? scores = null)
    {
        await BeginsAsync(course);
        foreach (var (part, count, points) in new[] { (handedIn, "So many", "Points for all of them"), (sessions, "So many sessions", "Points for all sessions"), (scores, "Without the lowest so many", "Points for full scores") })
        {
            course.Instructor.Fills(count, part?.Count ?? "");
            course.Instructor.Fills(points, part?.Points ?? "");
        }

        await course.Instructor.Clicks("Create");
        course.Instructor.Page.Path.ShouldStartWith("/standing/", customMessage: course.Instructor.Page.Says);
        return Guid.Parse(course.Instructor.Page.Path.Split('/')[2]);
    }

    private static async Task GradedAsync(Classroom course, Person mentor, string link, Guid activity, string levels)
    {
        await mentor.HandsIn(link, "Words.");
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades(levels);
    }

    private static Task Shows(Classroom course, Person mentor, decimal score) =>
        Eventually.Is(() => Task.FromResult(course.GradeOf(mentor).Score == score), $"the gradebook shows {score}");
}

[Collection(OnSqlite.Name)]
public sealed class StandingStoriesOnSqlite(SqliteWorld world) : StandingStories(world);

[Collection(OnPostgres.Name)]
public sealed class StandingStoriesOnPostgres(PostgresWorld world) : StandingStories(world);
