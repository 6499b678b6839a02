using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Features.Rubrics;

/// <summary>Levels that give a range, from which graders choose points.</summary>
public abstract class RangeStories(World world)
{
    private const string Points = "Points for “A moment, told closely”";

    [Fact]
    public async Task A_grader_chooses_points_within_a_level_and_the_mentor_reads_them()
    {
        var (course, mentor, _) = await WithRangeAsync("2.5");
        var grader = course.Instructor;
        grader.Page.Document.QuerySelector(".level .points")!.TextContent.ShouldBe("2.5–5");
        grader.Chooses("5 5 5 5");
        grader.Fills(Points, "4,5");
        await grader.Clicks("Save draft");
        grader.Page.FieldText(Points).ShouldBe("4.5");
        Page.Text(grader.Page.Document.QuerySelector("[data-total]")).ShouldBe("19.5");
        await grader.Releases();
        await course.Settles(mentor);
        course.GradeOf(mentor).Score.ShouldBe(19.5m);
        var page = await mentor.OpensLink(course.Link);
        page.Says.ShouldContain("19.5 of 20");
        page.Document.QuerySelector(".rubric [data-chosen='True'] .points")!.TextContent.ShouldBe("4.5");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("5.5")]
    [InlineData("lots")]
    public async Task Points_outside_of_the_level_are_refused_beside_their_field(string typed)
    {
        var (course, _, _) = await WithRangeAsync("2.5");
        var grader = course.Instructor;
        grader.Chooses("5 5 5 5");
        grader.Fills(Points, typed);
        await grader.Releases();
        Page.Text(grader.Page.Document.GetElementById("points-0-error")).ShouldBe("This level gives 2.5 to 5 points.");
        grader.Page.FieldText(Points).ShouldBe(typed);
        grader.Fills(Points, "");
        await grader.Releases();
        grader.Page.Says.ShouldContain("20 of 20", Case.Sensitive, "an empty field gives the most");
    }

    [Fact]
    public async Task Points_typed_for_a_level_that_gives_no_range_count_nothing()
    {
        var (course, _, _) = await WithRangeAsync("2.5");
        course.Instructor.Chooses("2 5 5 5");
        course.Instructor.Fills(Points, "4");
        await course.Instructor.Releases();
        course.Instructor.Page.Says.ShouldContain("17 of 20");
    }

    [Fact]
    public async Task A_level_chosen_for_a_later_criterion_alone_is_kept()
    {
        var (course, _, _) = await WithRangeAsync("2.5");
        var grader = course.Instructor;
        grader.Chooses("- - 4 -");
        await grader.Clicks("Save draft");
        grader.Page.Document.QuerySelectorAll<IHtmlInputElement>(".level input").Where(level => level.IsChecked).ShouldHaveSingleItem().Name.ShouldBe("Form.Levels[2]");
    }

    [Fact]
    public async Task A_range_that_shrinks_is_a_change_of_what_levels_count()
    {
        var (course, mentor, _) = await WithRangeAsync("2.5");
        course.Instructor.Chooses("5 5 5 5");
        course.Instructor.Fills(Points, "3");
        await course.Instructor.Releases();
        await course.Settles(mentor);
        (await RangesFromAsync(course.Instructor, "4.5")).Heading.ShouldBe("Count grades anew");
        course.Instructor.Page.Says.ShouldContain("18 of 20 19.5 of 20");
        await course.Instructor.Clicks("Count");
        await course.Settles(mentor);
        course.GradeOf(mentor).Score.ShouldBe(19.5m);
    }

    [Theory]
    [InlineData("4", "Two ranges of this criterion overlap")]
    [InlineData("5", "A range begins at a number that is less than its points.")]
    [InlineData("half", "A range begins at a number that is less than its points.")]
    public async Task A_range_that_makes_no_sense_is_said_beside_it(string least, string said)
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        var page = await RangesFromAsync(course.Instructor, least, isTopOnly: true);
        page.Says.ShouldContain(said);
        page.Document.QuerySelector<IHtmlInputElement>("#l0-0-least")!.Value.ShouldBe(least);
    }

    [Fact]
    public async Task A_term_that_is_saved_to_a_file_keeps_its_ranges()
    {
        var (course, _, _) = await WithRangeAsync("2.5");
        (await course.Instructor.GoesTo("/term/file")).Body.ShouldContain("\"least\": 2.5");
    }

    /// <summary>The best level of the first criterion gives 2.5 to 5; the second best is gone. Ends with the work before the grader.</summary>
    private async Task<(Classroom Course, Person Mentor, Guid Activity)> WithRangeAsync(string least)
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        var mentor = course.Mentor();
        await mentor.HandsIn(course.Link, "A moment.");
        (await RangesFromAsync(course.Instructor, least)).Says.ShouldContain("Saved");
        await course.Instructor.OpensWorkOf(mentor, activity);
        return (course, mentor, activity);
    }

    private static async Task<Page> RangesFromAsync(Person instructor, string least, bool isTopOnly = false)
    {
        await instructor.GoesTo("/rubrics");
        await instructor.Clicks("Reflection on mentoring");
        if (!isTopOnly && instructor.Page.Document.GetElementById("l0-3-points") is not null)
            await instructor.Clicks("Remove level 2 of criterion 1");
        instructor.Page.Document.QuerySelector<IHtmlInputElement>("#l0-0-least")!.Value = least;
        return await instructor.Clicks("Save");
    }
}

[Collection(OnSqlite.Name)]
public sealed class RangeStoriesOnSqlite(SqliteWorld world) : RangeStories(world);

[Collection(OnPostgres.Name)]
public sealed class RangeStoriesOnPostgres(PostgresWorld world) : RangeStories(world);
