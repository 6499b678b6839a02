using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Features.Assess;

/// <summary>Comments that are kept to use again, comments on passages, and what has changed since the attempt before.</summary>
public abstract class CommentStories(World world)
{
    [Fact]
    public async Task Comments_to_use_again_are_their_graders_own()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        var (first, second) = (course.Instructor, course.Mentor(25));
        await first.GoesTo("/comments");
        first.Fills("Another one", "What did she say?");
        await first.Clicks("Keep it");
        first.Fills("Another one", "What did she say?");
        await first.Clicks("Keep it");
        first.Page.Document.QuerySelectorAll(".saved-comment").Length.ShouldBe(1, "what is there is not kept twice");
        (await first.Browser.GetAsync(first.At("/comments?handler=List"))).Body.ShouldBe("[\"What did she say?\"]");

        first.Fills("Another one", new string('x', 2_001));
        (await first.Clicks("Keep it")).Says.ShouldContain("at most 2,000 characters");
        first.Page.FieldText("Another one").Length.ShouldBe(2_001);
        first.Fills("Another one", "  ");
        (await first.Clicks("Keep it")).Says.ShouldContain("Write it first.");

        await second.OpensLink(course.Link, role: "instructor");
        (await second.GoesTo("/comments")).Says.ShouldContain("None yet");
        (await first.Clicks("Remove")).Says.ShouldContain("None yet");
    }

    [Fact]
    public async Task A_comment_on_a_passage_comes_back_with_the_grade()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Posts(
            course.Instructor.Page.Path, ("Form.Version", "0"), ("Form.Do", "draft"),
            ("Form.Passages[0].Quote", "why the leaves turn"), ("Form.Passages[0].Nth", "0"), ("Form.Passages[0].Comment", "And what did *you* say?"),
            ("Form.Passages[1].Quote", "She"), ("Form.Passages[1].Nth", "0"), ("Form.Passages[1].Comment", " "));
        course.Instructor.Page.FieldText("Overall comment").ShouldBeEmpty();
        course.Instructor.Page.Document.QuerySelectorAll(".passage").Length.ShouldBe(1, "one without words was removed");
        await course.Instructor.Grades("5 5 5 5");

        var page = await mentor.OpensLink(course.Link);
        var passage = page.Document.QuerySelectorAll(".passage").ShouldHaveSingleItem();
        Page.Text(passage.QuerySelector("blockquote")).ShouldBe("why the leaves turn");
        passage.QuerySelector("em")!.TextContent.ShouldBe("you");
    }

    [Fact]
    public async Task More_comments_than_help_anybody_are_refused_and_stay_in_the_form()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        await course.Instructor.OpensWorkOf(mentor, activity);
        var page = await course.Instructor.Posts(
            course.Instructor.Page.Path,
            [("Form.Version", "0"), ("Form.Do", "draft"), .. Enumerable.Range(0, 51).SelectMany(i => new[] { ($"Form.Passages[{i}].Quote", "She"), ($"Form.Passages[{i}].Comment", $"Number {i}") })]);
        page.Says.ShouldContain("at most 50 comments on passages");
        page.Document.QuerySelectorAll(".passage textarea").Length.ShouldBe(51);
    }

    [Fact]
    public async Task What_changed_since_the_attempt_before_is_shown_on_demand()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        await mentor.OpensLink(course.Link);
        await mentor.Clicks("Take it back");
        await mentor.Writes("She asked me why the leaves fall.");
        await mentor.HandsIn();
        await course.Instructor.OpensWorkOf(mentor, activity);
        course.Instructor.Page.Says.ShouldContain("attempt 2");
        var page = await course.Instructor.Clicks("Show what changed since the attempt before");
        Page.Text(page.Document.QuerySelector(".changes del")).ShouldBe("turn");
        Page.Text(page.Document.QuerySelector(".changes ins")).ShouldBe("fall");
        (await course.Instructor.Clicks("Show the text as it is")).Document.QuerySelector(".changes").ShouldBeNull();
    }
}

[Collection(OnSqlite.Name)]
public sealed class CommentStoriesOnSqlite(SqliteWorld world) : CommentStories(world);

[Collection(OnPostgres.Name)]
public sealed class CommentStoriesOnPostgres(PostgresWorld world) : CommentStories(world);
