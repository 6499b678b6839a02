using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Features.Assess;

/// <summary>Everything that waits to be graded, in one queue.</summary>
public abstract class QueueStories(World world)
{
    [Fact]
    public async Task What_waits_of_all_activities_is_graded_one_after_the_other()
    {
        var (course, mentors) = await HandedInAsync();
        var grader = course.Instructor;
        await grader.GoesTo("/");
        var page = await grader.Clicks("3 reflections wait for you");
        page.Path.ShouldBe("/queue");
        Rows(page).ShouldBe([mentors[0].Name, mentors[1].Name, mentors[0].Name]);

        (await grader.Clicks("Grade 3")).Says.ShouldContain("The first of one.");
        (await grader.Grades("5 5 5 5")).Says.ShouldContain("The first of two.");
        (await grader.Clicks("Next")).Says.ShouldContain("The second of one.");
        (await grader.Clicks("Back")).Says.ShouldContain("The first of two.");
        (await grader.Grades("4 4 4 4")).Says.ShouldContain("The second of one.");
        page = await grader.Grades("4 4 4 2");
        (page.Path, page.Heading).ShouldBe(("/queue", "To grade"));
        page.Says.ShouldContain("Nothing waits for you");
    }

    [Fact]
    public async Task It_is_narrowed_to_what_is_late_to_one_activity_and_to_a_name()
    {
        var (course, mentors) = await HandedInAsync(due: "2026-01-05T12:00");
        var grader = course.Instructor;
        Rows(await grader.GoesTo("/queue?queue=late")).ShouldBe([mentors[0].Name, mentors[1].Name], "the second reflection is due on no day");
        Rows(await grader.GoesTo($"/queue?mentor={Uri.EscapeDataString(mentors[1].Name[2..].ToUpperInvariant())}")).ShouldBe([mentors[1].Name]);
        Rows(await grader.GoesTo("/queue?mentor=Nobody")).ShouldBeEmpty();
        grader.Page.Says.ShouldContain("Nothing of that waits");

        string second = (await grader.GoesTo("/queue")).Document.QuerySelectorAll("#activity option").Single(option => option.TextContent == "The second").GetAttribute("value")!;
        Rows(await grader.GoesTo($"/queue?activity={second}")).ShouldBe([mentors[0].Name]);
        await grader.Clicks("Grade it");
        grader.Page.Says.ShouldContain("The second of one.");
        grader.Page.Offers("Next").ShouldBeFalse("the others are not in this queue");
        (await grader.Grades("5 5 5 5")).Path.ShouldBe("/queue");
    }

    [Fact]
    public async Task What_lies_open_before_another_grader_says_so_and_is_passed_over()
    {
        var (course, mentors) = await HandedInAsync();
        var (first, second) = (course.Instructor, course.Mentor(25));
        await second.OpensLink(course.Link, role: "instructor");
        await first.GoesTo("/queue");
        await first.Clicks("Grade 3");
        (await Holds(first)).ShouldBeNull();

        await second.GoesTo("/queue");
        second.Page.Says.ShouldContain($"open before {first.Name}");
        await second.Clicks("Grade 3");
        second.Page.Says.ShouldContain("The first of two.");
        await Holds(second);
        (await second.GoesTo(first.Page.Path)).Says.ShouldContain($"{first.Name} has this open just now");
        (await Holds(second))!.ShouldContain($"{first.Name} has this open just now");

        // Whoever opens the next one has let go of the one before.
        await first.GoesTo("/queue");
        await first.Clicks(mentors[0].Name);
        await first.Clicks("Next");
        first.Page.Says.ShouldContain("The first of two.");
        (await Holds(first)).ShouldBeNull();
        await second.GoesTo("/queue");
        second.Page.Document.QuerySelectorAll(".row").Select(row => row.TextContent.Contains($"open before {first.Name}", StringComparison.Ordinal)).ShouldBe([false, true, false]);

        await first.Grades("5 5 5 5");
        (await second.GoesTo("/queue")).Says.ShouldNotContain("open before");
    }

    [Fact]
    public async Task Without_names_nobody_is_named_before_the_grade_is_released()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        var mentor = course.Mentor();
        await mentor.HandsIn(course.Link, "Guess who.");
        var grader = course.Instructor;
        await grader.GoesTo($"/reflections/edit/{activity}");
        grader.Checks("Grade without names");
        await grader.Clicks("Save");
        grader.Page.Says.ShouldContain("Graded without names");
        grader.Page.Body.ShouldNotContain(mentor.Name);
        grader.Page.Body.ShouldNotContain($"mentor={(await course.MemberOf(mentor)).Id}", Case.Sensitive, "the page behind that link tells the name");
        var names = grader.Page.Document.QuerySelectorAll("tbody th").Select(cell => Page.Text(cell)).ToList();
        names.Count.ShouldBeGreaterThan(1);
        names.FindIndex(name => name == "Without a name").ShouldBe(names.Count - 1, "a place among the names would tell");

        (await grader.GoesTo("/queue")).Body.ShouldNotContain(mentor.Name);
        Rows(await grader.GoesTo($"/queue?mentor={Uri.EscapeDataString(mentor.Name)}")).ShouldBeEmpty("a name that is looked for would tell");
        await grader.GoesTo("/queue");
        await grader.Clicks("Grade it");
        grader.Page.Says.ShouldContain("Guess who.");
        grader.Page.Body.ShouldNotContain(mentor.Name);
        await grader.Grades("5 5 5 5");
        (await grader.GoesTo($"/reflections/{activity}/submissions")).Says.ShouldContain(mentor.Name);
        (await grader.Clicks(mentor.Name)).Heading.ShouldBe(mentor.Name);
    }

    private static string[] Rows(Page page) => [.. page.Document.QuerySelectorAll(".row-title").Select(row => Page.Text(row))];

    /// <summary>As the page's script does. Returns what it is to say.</summary>
    private static async Task<string?> Holds(Person grader) =>
        (await grader.Browser.PostAsync(grader.At($"{grader.Page.Path}?handler=Hold"), Person.Form([("__RequestVerificationToken", grader.Token)]))).Json.GetProperty("sentence").GetString();

    /// <summary>Two reflections; the first mentor has handed in both, the second one.</summary>
    private async Task<(Classroom Course, Person[] Mentors)> HandedInAsync(string due = "")
    {
        var course = world.NewCourse();
        await course.Instructor.SetsUp(course.Link, due: due);
        await course.Instructor.SetsUp(course.Course.Links[1].Id, title: "The second");
        Person[] mentors = [course.Mentor(), course.Mentor(1)];
        await mentors[0].HandsIn(course.Link, "The first of one.");
        await mentors[1].HandsIn(course.Link, "The first of two.");
        await mentors[0].HandsIn(course.Course.Links[1].Id, "The second of one.");
        return (course, mentors);
    }
}

[Collection(OnSqlite.Name)]
public sealed class QueueStoriesOnSqlite(SqliteWorld world) : QueueStories(world);

[Collection(OnPostgres.Name)]
public sealed class QueueStoriesOnPostgres(PostgresWorld world) : QueueStories(world);
