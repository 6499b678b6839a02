using MentorCourseLti.Delivery;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Features.Gradebook;

/// <summary>People by activities, each cell with its score and how its grade stands; and what the LMS shows, asked when it is wanted.</summary>
public abstract class GradebookPageStories(World world)
{
    [Fact]
    public async Task Each_cell_says_its_score_and_how_its_grade_stands()
    {
        var course = world.NewCourse();
        var (graded, handedIn, waits) = (course.Mentor(0), course.Mentor(1), course.Mentor(2));
        await course.IsReady(graded, handedIn, waits);
        await course.Delivers(graded, 17.5m);
        await course.Delivers(handedIn, score: null);
        await course.Rests(TimeSpan.FromHours(1));
        await course.Wants(waits, 12);

        var page = await course.Instructor.GoesTo("/gradebook");
        RowOf(page, graded).ShouldEndWith("17.5 sent");
        RowOf(page, handedIn).ShouldEndWith("Handed in sent");
        RowOf(page, waits).ShouldEndWith("12 waiting");
        (await course.Instructor.Clicks("17.5")).Heading.ShouldBe($"Receipt for {graded.Name}");
        await course.Rests(TimeSpan.Zero);
        await course.Settles(waits);
        RowOf(await course.Instructor.GoesTo("/gradebook"), waits).ShouldEndWith("12 sent");
    }

    [Theory]
    [InlineData(LmsHost.Moodle)]
    [InlineData(LmsHost.Canvas)]
    public async Task A_grade_that_was_changed_by_hand_is_seen_when_its_receipt_is_opened_and_left_alone(string manner)
    {
        var course = world.NewCourse(manner);
        var mentor = course.Mentor();
        await course.IsReady(mentor);
        await course.Delivers(mentor, 17);
        course.Lms.Campus.TypeGrade(course.Column, course.Lms.Campus.FindPerson(mentor.Id)!, 18);

        var receipt = (await course.FindDelivery(mentor))!.Id;
        await course.Instructor.GoesTo($"/deliveries/{receipt}");
        await Eventually.Is(async () => (await course.Instructor.Reloads()).Says.Contains("18 of 20", StringComparison.Ordinal), "the receipt says what the gradebook shows");
        await Eventually.Is(async () => !(await course.Instructor.Reloads()).Body.Contains("data-reload-every=\"2\"", StringComparison.Ordinal), "it is not asked without end");

        var page = await course.Instructor.GoesTo("/gradebook");
        RowOf(page, mentor).ShouldEndWith("17 shows another");
        page.Says.ShouldContain("changed there by hand, and left alone");
        course.GradeOf(mentor).Score.ShouldBe(18);
        course.HistoryOf(mentor).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task All_that_differ_are_sent_again_at_a_word_and_a_teachers_own_grade_still_wins()
    {
        var course = world.NewCanvasCourse();
        var (changed, same) = (course.Mentor(0), course.Mentor(1));
        await course.IsReady(changed, same);
        await course.Delivers(changed, 17);
        await course.Delivers(same, 15);
        (await course.Instructor.GoesTo("/deliveries")).Offers("Send all that differ").ShouldBeFalse();

        course.Lms.Campus.TypeGrade(course.Column, course.Lms.Campus.FindPerson(changed.Id)!, 18);
        await course.Instructor.GoesTo($"/deliveries/{(await course.FindDelivery(changed))!.Id}");
        await Eventually.Is(async () => (await course.FindDelivery(changed))!.Differs, "the change is seen");
        await course.Instructor.GoesTo("/deliveries");
        await course.Instructor.Clicks("Send all that differ");
        (await course.Settles(changed)).State.ShouldBe(DeliveryState.Delivered);
        course.HistoryOf(changed).Count.ShouldBe(2);
        course.GradeOf(changed).Score.ShouldBe(18);
        course.HistoryOf(same).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_empty_gradebook_says_what_will_appear()
    {
        var course = world.NewCourse();
        await course.Instructor.OpensLink(course.HomeLink);
        (await course.Instructor.GoesTo("/gradebook")).Says.ShouldContain("Nothing to show yet");
    }

    private static string RowOf(Page page, Person person) => string.Join(' ', page.Document.QuerySelectorAll("tbody tr")
        .Single(row => row.QuerySelector("th")!.TextContent.Trim() == person.Name).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

[Collection(OnSqlite.Name)]
public sealed class GradebookPageStoriesOnSqlite(SqliteWorld world) : GradebookPageStories(world);

[Collection(OnPostgres.Name)]
public sealed class GradebookPageStoriesOnPostgres(PostgresWorld world) : GradebookPageStories(world);
