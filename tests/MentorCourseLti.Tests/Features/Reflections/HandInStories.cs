using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Reflections;

/// <summary>Handing in, taking back, handing in again.</summary>
public abstract class HandInStories(World world)
{
    [Fact]
    public async Task The_text_is_shown_once_as_the_grader_will_see_it_and_handed_in()
    {
        var (course, mentor, _) = await world.OpensACourse();
        await mentor.Writes("## What I saw\n\nShe **laughed**.");
        var review = await mentor.Clicks("Look it over and hand in");
        review.Heading.ShouldBe("This is what your instructor will see");
        review.Document.QuerySelector(".sheet strong")!.TextContent.ShouldBe("laughed");

        var page = await mentor.Clicks("Hand in");
        page.Chip.ShouldBe("Handed in");
        page.Says.ShouldContain("Until it is graded you can take it back");
        page.Offers("Save draft").ShouldBeFalse();
        // The LMS hears of it by itself.
        await course.Settles(mentor);
        var report = course.LastOf(mentor);
        report.ScoreGiven.ShouldBeNull();
        report.ActivityProgress.ShouldBe("Submitted");
        report.GradingProgress.ShouldBe("PendingManual");
        report.Submission!.SubmittedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Handing_in_twice_hands_in_once()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        await mentor.Writes("Once.");
        await mentor.Clicks("Look it over and hand in");
        var form = Person.Form([("version", "1"), ("__RequestVerificationToken", mentor.Token)]).ToList();
        var url = mentor.Page.Url;
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => mentor.Browser.PostAsync(url, form)));
        pages.ShouldAllBe(page => page.Status == 200);
        (await mentor.Browser.PostAsync(url, form)).Chip.ShouldBe("Handed in");
        (await CountAttempts(course, activity)).ShouldBe(1);
    }

    [Fact]
    public async Task A_text_that_changed_after_the_review_is_not_handed_in_unseen()
    {
        var (_, mentor, activity) = await world.OpensACourse();
        await mentor.Writes("As reviewed.");
        var form = mentor.Page;
        await mentor.Clicks("Look it over and hand in");
        await mentor.Browser.PostAsync(mentor.At($"/reflections/{activity}?handler=Draft"), Person.Form([("Text", "Changed in another tab."), ("Version", "1"), ("__RequestVerificationToken", mentor.Token)]));
        var page = await mentor.Clicks("Hand in");
        page.Says.ShouldContain("The text has changed since you looked at it");
        page.Says.ShouldContain("Changed in another tab.");
        (await mentor.Clicks("Hand in")).Chip.ShouldBe("Handed in");
    }

    [Fact]
    public async Task Nothing_cannot_be_handed_in()
    {
        var (_, mentor, activity) = await world.OpensACourse();
        (await mentor.GoesTo($"/reflections/{activity}/hand-in")).Status.ShouldBe(404);
        await mentor.GoesTo($"/reflections/{activity}");
        await mentor.Writes("   \n ");
        var page = await mentor.Clicks("Look it over and hand in");
        page.Says.ShouldContain("There is nothing to hand in yet: write first.");
        page.Path.ShouldNotContain("hand-in");
        // By its address, or from a tab of before.
        await mentor.GoesTo($"/reflections/{activity}/hand-in");
        (await mentor.Clicks("Hand in")).Says.ShouldContain("nothing to hand in yet");
        await mentor.GoesTo($"/reflections/{activity}");
        await mentor.Writes("Something.");
        (await mentor.Clicks("Look it over and hand in")).Path.ShouldContain("hand-in");
    }

    [Fact]
    public async Task What_was_handed_in_can_be_taken_back_changed_and_handed_in_again()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        await mentor.Writes("First thoughts.");
        await mentor.HandsIn();
        await mentor.Clicks("Take it back");
        mentor.Page.Chip.ShouldBe("Draft");
        mentor.Page.FieldText(Coursework.YourText).ShouldBe("First thoughts.");
        (await course.Instructor.GoesTo($"/reflections/{activity}/submissions")).Offers(mentor.Name).ShouldBeFalse();

        await mentor.Writes("Second thoughts.");
        await mentor.HandsIn();
        var page = await course.Instructor.OpensWorkOf(mentor, activity);
        page.Says.ShouldContain("Second thoughts.");
        page.Says.ShouldContain("attempt 2");
    }

    [Fact]
    public async Task A_draft_that_is_saved_after_handing_in_changes_nothing()
    {
        var (_, mentor, activity) = await world.OpensACourse();
        await mentor.Writes("Final.");
        string token = mentor.Token;
        await mentor.HandsIn();
        var answer = await mentor.Browser.PostAsync(mentor.At($"/reflections/{activity}?handler=Draft"), Person.Form([("Text", "Too late."), ("Version", "1"), ("__RequestVerificationToken", token)]));
        answer.Status.ShouldBe(422);
        answer.Json.GetProperty("error").GetString()!.ShouldContain("handed in already");
        // Without script the typed text is still on the page.
        var page = await mentor.Browser.PostAsync(mentor.At($"/reflections/{activity}?handler=Save"), Person.Form([("Text", "Too late."), ("Version", "1"), ("__RequestVerificationToken", token)]));
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("Too late.");
        (await mentor.Reloads()).Says.ShouldNotContain("Too late.");
    }

    [Fact]
    public async Task A_closed_reflection_takes_nothing_and_gives_nothing_back()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        var late = course.Mentor(1);
        await late.OpensLink(course.Link);
        await late.Writes("Nearly there.");
        await late.Clicks("Look it over and hand in");
        await mentor.Writes("In time.");
        await mentor.HandsIn();
        await Close(course, activity);

        (await late.Clicks("Hand in")).Says.ShouldContain("has closed");
        (await late.GoesTo($"/reflections/{activity}")).Says.ShouldContain("Nearly there.");
        late.Page.Offers("Save draft").ShouldBeFalse();
        (await mentor.Clicks("Take it back")).Says.ShouldContain("has closed, so it can no longer be taken back");
        mentor.Page.Chip.ShouldBe("Handed in");
        (await CountAttempts(course, activity)).ShouldBe(1);
    }

    [Fact]
    public async Task A_text_typed_while_the_reflection_closed_stays_on_the_page()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        await Close(course, activity);
        var page = await mentor.Writes("Five minutes late.");
        page.Status.ShouldBe(200);
        page.Says.ShouldContain("the text can no longer be saved");
        page.Body.ShouldContain("Five minutes late.");
    }

    [Fact]
    public async Task Late_work_is_taken_and_marked_late()
    {
        var course = world.NewCourse();
        var activity = await course.Instructor.SetsUp(course.Link, due: "2026-01-02T10:00");
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        await mentor.Writes("Better late.");
        (await mentor.Clicks("Look it over and hand in")).Says.ShouldContain("It will be marked as late");
        (await mentor.Clicks("Hand in")).Says.ShouldContain("Late");
        (await course.Instructor.GoesTo($"/reflections/{activity}/submissions")).Says.ShouldContain("Late");
    }

    [Fact]
    public async Task A_visitor_hands_in_nothing()
    {
        var (course, _, activity) = await world.OpensACourse();
        var guest = course.Mentor(5);
        await guest.OpensLink(course.Link);
        string token = guest.Token;
        var id = (await course.MemberOf(guest)).Id;
        await course.Tool.AskAsync(db => db.Members.Where(member => member.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.Role, MentorCourseLti.Internship.Programmes.MemberRole.Observer)));
        (await guest.Reloads()).Says.ShouldContain("Only mentors of this course write and hand in");
        foreach (string handler in new[] { "?handler=Draft", "?handler=Save", "?handler=Review", "?handler=TakeBack", "/hand-in" })
            (await guest.Browser.PostAsync(guest.At($"/reflections/{activity}{handler}"), Person.Form([("Text", "x"), ("version", "0"), ("__RequestVerificationToken", token)]))).Status.ShouldBe(404);
    }

    private static async Task Close(Classroom course, Guid activity)
    {
        var (id, then) = (new ActivityId(activity), TimeProvider.System.GetUtcNow().AddMinutes(-1));
        await course.Tool.AskAsync(db => db.Activities.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.ClosesAt, then)));
    }

    private static Task<int> CountAttempts(Classroom course, Guid activity)
    {
        var id = new ActivityId(activity);
        return course.Tool.AskAsync(db => db.Attempts.CountAsync(attempt => db.Submissions.Any(submission => submission.Id == attempt.SubmissionId && submission.ActivityId == id)));
    }
}

[Collection(OnSqlite.Name)]
public sealed class HandInStoriesOnSqlite(SqliteWorld world) : HandInStories(world);

[Collection(OnPostgres.Name)]
public sealed class HandInStoriesOnPostgres(PostgresWorld world) : HandInStories(world);
