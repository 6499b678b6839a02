using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Assess;

/// <summary>Grading with the rubric, alone and together.</summary>
public abstract class AssessStories(World world)
{
    [Fact]
    public async Task A_released_grade_stands_in_the_gradebook_and_before_the_mentor()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("5 4 4 2", "You listened **before** you advised.");
        await course.Settles(mentor);

        course.GradeOf(mentor).Score.ShouldBe(15);
        course.GradeOf(mentor).Comments.Single().Text.ShouldBe("You listened **before** you advised.");
        var page = await mentor.OpensLink(course.Link);
        page.Chip.ShouldBe("Graded");
        page.Says.ShouldContain("15 of 20");
        page.Document.QuerySelector(".feedback strong")!.TextContent.ShouldBe("before");
        page.Document.QuerySelectorAll(".level[data-chosen=True]").Length.ShouldBe(4);
        page.Offers("Take it back").ShouldBeFalse();
        (await mentor.GoesTo("/")).Says.ShouldContain("15 of 20");
    }

    [Fact]
    public async Task A_draft_is_seen_by_graders_only()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        var grader = course.Instructor;
        await grader.OpensWorkOf(mentor, activity);
        grader.Chooses("5 5");
        grader.Fills(Coursework.OverallComment, "A secret so far.");
        (await grader.Clicks("Save draft")).Says.ShouldContain("Nobody but you and the other graders sees it");
        grader.Page.FieldText(Coursework.OverallComment).ShouldBe("A secret so far.");

        (await mentor.OpensLink(course.Link)).Says.ShouldNotContain("secret");
        mentor.Page.Chip.ShouldBe("Handed in");
        (await grader.GoesTo($"/reflections/{activity}/submissions")).Says.ShouldContain("Being graded");
        course.GradeOf(mentor).Score.ShouldBeNull();
    }

    [Fact]
    public async Task A_criterion_without_a_level_is_named_and_nothing_is_lost()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        var grader = course.Instructor;
        await grader.OpensWorkOf(mentor, activity);
        grader.Chooses("5 4 2");
        grader.Fills(Coursework.OverallComment, "Not yet.");
        var page = await grader.Releases();
        page.Status.ShouldBe(200);
        Page.Text(page.Document.GetElementById("criterion-3-error")).ShouldBe("Choose a level.");
        page.Document.QuerySelectorAll(".notice a[href^='#criterion-']").ShouldContain(link => link.GetAttribute("href") == "#criterion-3");
        page.FieldText(Coursework.OverallComment).ShouldBe("Not yet.");
        page.Document.QuerySelectorAll("input[type=radio][checked]").Length.ShouldBe(3);
        (await mentor.OpensLink(course.Link)).Chip.ShouldBe("Handed in");
    }

    [Fact]
    public async Task After_a_release_comes_the_next_and_at_the_end_the_list()
    {
        var (course, first, activity) = await world.HasWorkHandedIn();
        var second = course.Mentor(1);
        await second.HandsIn(course.Link, "Me too.");
        await course.Instructor.OpensWorkOf(first, activity);
        (await course.Instructor.Grades("5 5 5 5")).Heading.ShouldBe(second.Name);
        (await course.Instructor.Grades("4 4 4 4")).Path.ShouldBe($"/reflections/{activity}/submissions");
        course.Instructor.Page.Says.ShouldContain("20 of 20");
        course.Instructor.Page.Says.ShouldContain("16 of 20");
    }

    [Fact]
    public async Task Points_other_than_the_rubrics_are_scaled()
    {
        var course = world.NewCourse();
        var activity = await course.Instructor.SetsUp(course.Link, points: "10");
        var mentor = course.Mentor();
        await mentor.HandsIn(course.Link, "Half.");
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("5 5 5 2");
        await course.Settles(mentor);
        (course.LastOf(mentor).ScoreGiven, course.LastOf(mentor).ScoreMaximum).ShouldBe((8.5m, 10m));
        // The LMS's column has 20.
        course.GradeOf(mentor).Score.ShouldBe(17);
    }

    [Fact]
    public async Task A_change_of_a_released_grade_is_released_at_once()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("5 5 5 5", "Good.");
        await course.Settles(mentor);
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("0 0 0 0", "Copied.");
        await course.Settles(mentor);
        course.GradeOf(mentor).Score.ShouldBe(0);
        (await mentor.OpensLink(course.Link)).Says.ShouldContain("0 of 20");
    }

    [Fact]
    public async Task A_rubric_that_changes_later_does_not_change_what_was_said()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("5 5 5 5");
        var id = await course.FindId();
        await course.Tool.AskAsync(async db =>
        {
            var rubric = await db.Rubrics.SingleAsync(rubric => rubric.CourseId == id);
            rubric.Criteria = [new("only", "Only one", "", [new("1", "Yes", 1, "")])];
            return await db.SaveChangesAsync();
        });
        (await mentor.OpensLink(course.Link)).Says.ShouldContain("A moment, told closely");
        (await course.Mentor(1).OpensLink(course.Link)).Says.ShouldContain("Only one");
    }

    [Theory]
    [InlineData("Form.Levels[0]", "no such level")]
    [InlineData("Form.Levels[99]", "5")]
    [InlineData("Form.Levels[-1]", "5")]
    [InlineData("Form.Version", "not a number")]
    [InlineData("Form.Comments[0]", "\0\ud800")]
    [InlineData("Form.Do", "burn")]
    public async Task Forged_forms_are_no_error_of_ours_and_release_nothing(string name, string value)
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Posts(course.Instructor.Page.Path, ("Form.Version", "0"), (name, value), ("Form.Do", "release"));
        (await mentor.OpensLink(course.Link)).Chip.ShouldBe("Handed in");
    }

    [Fact]
    public async Task A_comment_that_is_too_long_is_said_and_kept()
    {
        var (course, mentor, activity) = await world.HasWorkHandedIn();
        var grader = course.Instructor;
        await grader.OpensWorkOf(mentor, activity);
        grader.Chooses("5 5 5 5");
        grader.Fills(Coursework.OverallComment, new string('x', 10_001));
        var page = await grader.Releases();
        page.Says.ShouldContain("10,000 characters");
        page.FieldText(Coursework.OverallComment).Length.ShouldBe(10_001);
    }
}

[Collection(OnSqlite.Name)]
public sealed class AssessStoriesOnSqlite(SqliteWorld world) : AssessStories(world);

[Collection(OnPostgres.Name)]
public sealed class AssessStoriesOnPostgres(PostgresWorld world) : AssessStories(world);
