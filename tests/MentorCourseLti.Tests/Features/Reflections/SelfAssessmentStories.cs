using AngleSharp.Dom;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Features.Reflections;

/// <summary>Mentors place their own work on the rubric before they hand it in, and see it beside the grader's.</summary>
public abstract class SelfAssessmentStories(World world)
{
    [Fact]
    public async Task A_mentor_places_the_own_work_and_both_see_the_two_side_by_side()
    {
        var (course, activity) = await AskedAsync();
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        await mentor.Writes("A moment.");
        (await mentor.Clicks("Look it over and hand in")).Says.ShouldContain("Where would you place it?");
        mentor.Chooses("5 4 2 2");
        mentor.Fills("Why, in a few words: “What it means”", "I only tell what happened.");
        (await mentor.Clicks("Hand in")).Chip.ShouldBe("Handed in");
        OwnLevels(mentor.Page).ShouldBe(["Vivid", "Considered", "Asserted", "A wish"]);

        var grader = course.Instructor;
        (await grader.OpensWorkOf(mentor, activity)).Says.ShouldContain("You see where as soon as you have chosen");
        OwnLevels(grader.Page).ShouldBe(["Vivid", "Considered", "Asserted", "A wish"]);
        grader.Page.Says.ShouldContain("I only tell what happened.");
        await grader.Grades("5 4 4 4");
        var page = await mentor.OpensLink(course.Link);
        page.Says.ShouldContain("You and your grader chose the same level for 2 of 4 criteria.");
        page.Document.QuerySelectorAll(".rubric [data-chosen='True'] .level-name").Select(level => Page.Text(level).Split(" (")[0]).ShouldBe(["Vivid", "Considered", "Explained", "Concrete"]);
        OwnLevels(page).ShouldBe(["Vivid", "Considered", "Asserted", "A wish"]);
    }

    [Fact]
    public async Task Nothing_is_handed_in_before_every_criterion_has_a_level_and_what_was_chosen_stays()
    {
        var (course, _) = await AskedAsync();
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        await mentor.Writes("A moment.");
        await mentor.Clicks("Look it over and hand in");
        mentor.Chooses("- 4 2 2");
        mentor.Fills("Why, in a few words: “What it means”", "I only tell what happened.");
        (await mentor.Clicks("Hand in")).Says.ShouldContain("It is not handed in yet");
        Page.Text(mentor.Page.Document.GetElementById("criterion-0-error")).ShouldBe("Choose a level.");
        mentor.Page.FieldText("Why, in a few words: “What it means”").ShouldBe("I only tell what happened.");
        mentor.Page.Document.QuerySelectorAll("input[type=radio][checked]").Length.ShouldBe(3);
        (await mentor.OpensLink(course.Link)).Chip.ShouldBe("Draft");
    }

    [Fact]
    public async Task A_second_attempt_begins_where_the_first_was_placed()
    {
        var (course, _) = await AskedAsync();
        var mentor = course.Mentor();
        await PlacesAsync(mentor, course, "4 4 2 2");
        await mentor.Clicks("Take it back");
        await mentor.Clicks("Look it over and hand in");
        mentor.Page.Document.QuerySelectorAll("input[type=radio][checked]").Select(level => level.GetAttribute("value")).ShouldBe(["4", "4", "2", "2"]);
        (await mentor.Clicks("Hand in")).Chip.ShouldBe("Handed in");
        OwnLevels(mentor.Page).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_rubric_that_changed_since_leaves_it_as_it_was()
    {
        var (course, activity) = await AskedAsync();
        var mentor = course.Mentor();
        await PlacesAsync(mentor, course, "5 5 5 5");
        await course.Instructor.GoesTo("/rubrics");
        await course.Instructor.Clicks("Reflection on mentoring");
        await course.Instructor.Clicks("Remove criterion 2");
        await course.Instructor.Clicks("Save");
        OwnLevels(await mentor.OpensLink(course.Link)).ShouldBe(["Vivid", "Heard", "Examined", "Ready to try"]);
        OwnLevels(await course.Instructor.OpensWorkOf(mentor, activity)).ShouldBe(["Vivid", "Examined", "Ready to try"]);
        await course.Instructor.Grades("5 5 4");
        (await mentor.OpensLink(course.Link)).Says.ShouldContain("for 2 of 3 criteria");
    }

    [Fact]
    public async Task What_a_mentor_said_of_the_own_work_and_of_its_feedback_can_be_taken_along()
    {
        var (course, activity) = await AskedAsync();
        var mentor = course.Mentor();
        await PlacesAsync(mentor, course, "5 4 2 2", "I only tell what happened.");
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("5 4 4 4", "Look closer.");
        await mentor.OpensLink(course.Link);
        mentor.Fills("Your answer", "I will.");
        await mentor.Clicks("Keep it");
        var page = await mentor.GoesTo("/mine");
        foreach (string said in new[] { "Self-assessment", "Asserted", "I only tell what happened.", "I will." })
            page.Says.ShouldContain(said);
        string text = (await mentor.GoesTo("/mine?handler=Download")).Body;
        foreach (string said in new[] { "Self-assessment", "Asserted", "I only tell what happened.", "I will." })
            text.ShouldContain(said);
    }

    private async Task<(Classroom Course, Guid Activity)> AskedAsync()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        await course.Instructor.GoesTo($"/reflections/edit/{activity}");
        course.Instructor.Checks("Ask for a self-assessment");
        await course.Instructor.Clicks("Save");
        return (course, activity);
    }

    private static async Task PlacesAsync(Person mentor, Classroom course, string levels, string why = "")
    {
        await mentor.OpensLink(course.Link);
        await mentor.Writes("A moment.");
        await mentor.Clicks("Look it over and hand in");
        mentor.Chooses(levels);
        mentor.Fills("Why, in a few words: “What it means”", why);
        (await mentor.Clicks("Hand in")).Chip.ShouldBe("Handed in");
    }

    private static List<string> OwnLevels(Page page) =>
        [.. page.Document.QuerySelectorAll(".level:has(.own-level) .level-name").Select(level => Page.Text(level).Replace("self-assessment", "", StringComparison.Ordinal).Replace("(chosen)", "", StringComparison.Ordinal).Trim())];
}

[Collection(OnSqlite.Name)]
public sealed class SelfAssessmentStoriesOnSqlite(SqliteWorld world) : SelfAssessmentStories(world);

[Collection(OnPostgres.Name)]
public sealed class SelfAssessmentStoriesOnPostgres(PostgresWorld world) : SelfAssessmentStories(world);
