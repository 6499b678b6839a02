using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Logs;

/// <summary>Whoever reviews a log decides on what they saw, with others at work beside them.</summary>
public abstract class LogReviewStories(World world)
{
    private const string NothingChanged = "Nothing was changed";

    [Fact]
    public async Task What_a_mentor_changes_under_the_reviewers_eyes_is_not_approved_unseen()
    {
        var (course, mentor, log) = await ReadyAsync("15:00-15:50");
        await course.Instructor.GoesTo($"/logs/{log}/review");
        await mentor.OpensLink(course.Link);
        await mentor.Clicks("Change");
        mentor.Fills("To", "22:00");
        await mentor.Clicks("Save");

        var page = await course.Instructor.Clicks("Approve");
        page.Says.ShouldContain(NothingChanged);
        page.Says.ShouldContain("420 minutes");
        (await course.Instructor.Clicks("Approve")).Says.ShouldContain("1 entry done.");
    }

    [Fact]
    public async Task A_page_of_before_takes_no_approval_back_and_says_what_it_left()
    {
        var (course, mentor, log) = await ReadyAsync("15:00-15:50", "17:00-17:30");
        var second = await SecondReviewerAsync(course, log);
        await course.Instructor.GoesTo($"/logs/{log}/review");
        await ReviewsAsync(course.Instructor, log, first: 0, "approve");

        second.Fills("A note to the mentors chosen", "Who came?");
        var page = await second.Clicks("Return with the note");
        page.Says.ShouldContain("1 entry went back to its mentor with your note.");
        page.Says.ShouldContain("1 more was changed or reviewed by somebody else meanwhile");
        await course.Settles(mentor);
        course.LastOf(mentor).Comment.ShouldBe("0.83 of 10 hours approved");
    }

    [Fact]
    public async Task Two_who_approve_different_entries_of_one_mentor_in_the_same_moment_both_count()
    {
        for (int round = 0; round < 4; round++)
        {
            var (course, mentor, log) = await ReadyAsync("15:00-16:00", "17:00-18:00");
            var second = await SecondReviewerAsync(course, log);
            await course.Instructor.GoesTo($"/logs/{log}/review");
            var pages = await Task.WhenAll(ReviewsAsync(course.Instructor, log, first: 0, "approve"), ReviewsAsync(second, log, first: 1, "approve"));
            pages.ShouldAllBe(page => page.Status == 200 && page.Says.Contains("1 entry done.", StringComparison.Ordinal));
            await course.Settles(mentor);
            course.LastOf(mentor).Comment.ShouldBe("2 of 10 hours approved");
        }
    }

    [Fact]
    public async Task What_somebody_should_know_about_is_approved_only_by_choice_and_can_be_read_afterwards()
    {
        var (course, mentor, log) = await ReadyAsync("15:00-16:00", "17:00-18:00");
        var (id, five) = ((await course.MemberOf(mentor)).Id, new DateTimeOffset(2026, 2, 6, 17, 0, 0, TimeSpan.Zero));
        await course.Tool.AskAsync(db => db.LogEntries.Where(entry => entry.MemberId == id && entry.StartsAt == five).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.NeedsAttention, true)));
        (await course.Instructor.GoesTo($"/logs/{log}/review")).Says.ShouldContain("is not chosen yet");
        (await course.Instructor.Clicks("Approve")).Says.ShouldContain("1 entry waits");
        var page = await ReviewsAsync(course.Instructor, log, first: 0, "approve");
        page.Says.ShouldContain("No entries wait");

        page = await course.Instructor.Clicks("Read what was reviewed");
        page.Document.QuerySelectorAll(".row").Length.ShouldBe(2);
        page.Document.QuerySelector(".row")!.TextContent.ShouldContain("Somebody should know");
        page.Document.QuerySelectorAll("input[name=entries][checked]").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_approved_too_soon_goes_back_with_a_note_and_its_hours_count_no_more()
    {
        var (course, mentor, log) = await ReadyAsync("15:00-16:00");
        await course.Instructor.GoesTo($"/logs/{log}/review");
        await course.Instructor.Clicks("Approve");
        await course.Instructor.Clicks("Read what was reviewed");
        course.Instructor.Page.Offers("Approve").ShouldBeFalse();
        string entry = course.Instructor.Page.Document.QuerySelector("input[name=entries]")!.GetAttribute("value")!;
        var page = await course.Instructor.Posts($"/logs/{log}/review?reviewed=true", ("entries", entry), ("note", "Which group was it?"), ("go", "return"));
        page.Says.ShouldContain("1 entry went back to its mentor with your note.");
        page.Says.ShouldContain("Which group was it?");
        await course.Settles(mentor);
        course.LastOf(mentor).Comment.ShouldBe("0 of 10 hours approved");
        (await mentor.OpensLink(course.Link)).Says.ShouldContain("Which group was it?");
    }

    [Fact]
    public async Task Hours_are_handed_in_when_they_were_logged_not_when_they_were_approved()
    {
        var (course, mentor, log) = await ReadyAsync("15:00-16:00");
        var logged = TimeProvider.System.GetUtcNow().AddDays(-3);
        var id = (await course.MemberOf(mentor)).Id;
        await course.Tool.AskAsync(db => db.LogEntries.Where(entry => entry.MemberId == id).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.LoggedAt, logged)));
        await course.Instructor.GoesTo($"/logs/{log}/review");
        await course.Instructor.Clicks("Approve");
        await course.Settles(mentor);
        course.LastOf(mentor).Submission!.SubmittedAt!.Value.ShouldBe(logged, TimeSpan.FromSeconds(1));
    }

    private async Task<(Classroom Course, Person Mentor, Guid Log)> ReadyAsync(params string[] sessions)
    {
        var course = world.NewCourse();
        await course.Instructor.OpensLink(course.Link);
        await course.Instructor.Clicks("A mentoring log");
        course.Instructor.Fills("Goal in hours", "10");
        await course.Instructor.Clicks("Create");
        var log = Guid.Parse(course.Instructor.Page.Path.Split('/')[2]);
        var mentor = course.Mentor();
        foreach (string[] times in sessions.Select(session => session.Split('-')))
            await mentor.Logs(course.Link, "Bo", start: times[0], end: times[1]);
        return (course, mentor, log);
    }

    private static async Task<Person> SecondReviewerAsync(Classroom course, Guid log)
    {
        var second = course.Mentor(25);
        await second.OpensLink(course.Link, role: "instructor");
        await second.GoesTo($"/logs/{log}/review");
        return second;
    }

    /// <summary>Decides on one of the entries of the page as it was opened.</summary>
    private static Task<Page> ReviewsAsync(Person reviewer, Guid log, int first, string go)
    {
        string entry = reviewer.Page.Document.QuerySelectorAll("input[name=entries]")[first].GetAttribute("value")!;
        return reviewer.Posts($"/logs/{log}/review", ("entries", entry), ("go", go));
    }
}

[Collection(OnSqlite.Name)]
public sealed class LogReviewStoriesOnSqlite(SqliteWorld world) : LogReviewStories(world);

[Collection(OnPostgres.Name)]
public sealed class LogReviewStoriesOnPostgres(PostgresWorld world) : LogReviewStories(world);
