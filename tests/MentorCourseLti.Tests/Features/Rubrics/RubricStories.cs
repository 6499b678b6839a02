using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Rubrics;

/// <summary>Rubrics are made, changed and shared by activities; what was graded keeps the rubric as it was.</summary>
public abstract class RubricStories(World world)
{
    [Fact]
    public async Task A_rubric_is_made_without_script_one_step_after_the_other()
    {
        var course = world.NewCourse();
        var instructor = course.Instructor;
        await instructor.OpensLink(course.HomeLink);
        await instructor.GoesTo("/rubrics");
        instructor.Page.Says.ShouldContain("No rubrics yet");
        await instructor.Clicks("New rubric");
        instructor.Fills("Name", "Presence");
        Criterion(instructor, 0, "Listens", ("4", "Always"), ("2,5", "Often"), ("", "Rarely"));
        await instructor.Clicks("Add a criterion");
        instructor.Page.FieldText("Name").ShouldBe("Presence", "the form goes round whole");
        Criterion(instructor, 1, "Asks", ("6", "Openly"), ("3", "Closed"), ("0", "Never"));
        await instructor.Clicks("Remove level 3 of criterion 2");
        await instructor.Clicks("Move up criterion 2");
        await instructor.Clicks("Save");

        instructor.Page.Says.ShouldContain("10 points in all");
        var preview = instructor.Page.Document.QuerySelectorAll(".rubric h3").Select(heading => heading.TextContent);
        preview.ShouldBe(["Asks", "Listens"]);
        instructor.Page.Says.ShouldContain("2.5");
        (await instructor.GoesTo("/rubrics")).Says.ShouldContain("2 criteria · 10 points · not used");
    }

    [Fact]
    public async Task What_contradicts_itself_is_said_beside_it_and_nothing_is_saved()
    {
        var course = world.NewCourse();
        var instructor = course.Instructor;
        await instructor.OpensLink(course.HomeLink);
        await instructor.GoesTo("/rubrics/edit");
        instructor.Fills("Name", "");
        Criterion(instructor, 0, "", ("4", "Always"), ("4", ""), ("many", "Rarely"));
        await instructor.Clicks("Save");
        foreach (string said in new[] { "Give it a name.", "Say what this criterion looks at.", "Two levels of this criterion have the same points", "Give the level a name.", "Points are a number" })
            instructor.Page.Says.ShouldContain(said);
        (await instructor.GoesTo("/rubrics")).Says.ShouldContain("No rubrics yet");
    }

    [Fact]
    public async Task Levels_that_count_otherwise_change_grades_only_when_that_is_wanted()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        var (best, good, drafted) = (course.Mentor(), course.Mentor(1), course.Mentor(2));
        foreach (var mentor in new[] { best, good, drafted })
            await mentor.HandsIn(course.Link, "A moment.");
        var instructor = course.Instructor;
        await instructor.OpensWorkOf(best, activity);
        await instructor.Grades("5 5 5 5");
        await instructor.OpensWorkOf(good, activity);
        await instructor.Grades("4 5 5 5");
        await instructor.OpensWorkOf(drafted, activity);
        instructor.Chooses("4 4");
        await instructor.Clicks("Save draft");
        await course.Settles(good);

        await instructor.GoesTo("/rubrics");
        await instructor.Clicks("Reflection on mentoring");
        instructor.Page.Document.QuerySelector<IHtmlInputElement>("input[name='Form.Criteria[0].Levels[1].Points']")!.Value = "3";
        var page = await instructor.Clicks("Save");
        page.Heading.ShouldBe("Count grades anew");
        page.Document.QuerySelectorAll("tbody tr").Select(row => Page.Text(row).Split(';')[0]).Order(StringComparer.Ordinal).ShouldBe(new[]
        {
            $"{good.Name} The first meeting 19 of 20 18 of 20 released",
            $"{drafted.Name} The first meeting 8 of 20 7 of 20 draft",
        }.Order(StringComparer.Ordinal));
        await instructor.Clicks("Leave them as they are");
        (await good.OpensLink(course.Link)).Says.ShouldContain("19 of 20");

        await instructor.See(instructor.Browser.GetAsync(page.Url));
        (await instructor.Clicks("Count 2 grades anew")).Says.ShouldContain("2 grades were counted anew");
        await course.Settles(good);
        course.GradeOf(good).Score.ShouldBe(18);
        course.GradeOf(best).Score.ShouldBe(20);
        (await good.OpensLink(course.Link)).Says.ShouldContain("18 of 20");
        (await instructor.See(instructor.Browser.GetAsync(page.Url))).Says.ShouldContain("No grade comes out otherwise");
    }

    [Fact]
    public async Task What_was_graded_keeps_the_rubric_as_it_was()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        var mentor = course.Mentor();
        await mentor.HandsIn(course.Link, "A moment.");
        await course.Instructor.GoesTo($"/reflections/{activity}/submissions");
        await course.Instructor.Clicks("Grade the one that waits");
        var levels = course.Instructor.Page.Document.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").GroupBy(radio => radio.Name).ToList();
        levels.ForEach(criterion => criterion.First().IsChecked = true);
        await course.Instructor.Clicks("Release");

        await course.Instructor.GoesTo("/rubrics");
        await course.Instructor.Clicks("Reflection on mentoring");
        course.Instructor.Page.Says.ShouldContain("counts 20 points, as here");
        await course.Instructor.Clicks("Remove criterion 1");
        await course.Instructor.Clicks("Save");
        course.Instructor.Page.Says.ShouldContain("15 points in all");
        course.Instructor.Page.Says.ShouldContain("scores are scaled");

        (await mentor.Reloads()).Says.ShouldContain("A moment, told closely");
        mentor.Page.Says.ShouldContain("20 of 20");
        var next = course.Mentor(1);
        (await next.OpensLink(course.Link)).Says.ShouldNotContain("A moment, told closely");
    }

    [Fact]
    public async Task Two_who_edit_one_rubric_notice_one_another()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        var instructor = course.Instructor;
        await instructor.GoesTo("/rubrics");
        var first = await instructor.Clicks("Reflection on mentoring");
        using var second = instructor.Browser.Copy();
        var other = await second.GetAsync(first.Url);
        instructor.Fills("Name", "The first's");
        await instructor.Clicks("Save");
        instructor.Page.Says.ShouldContain("Saved.");
        var late = await second.SubmitAsync(other.Document.Forms[0], other.Document.QuerySelector<IHtmlButtonElement>("button.primary[value=save]")!);
        late.Says.ShouldContain("Somebody changed this rubric meanwhile.");
        (await instructor.GoesTo("/rubrics")).Says.ShouldContain("The first's");
    }

    [Fact]
    public async Task A_copy_serves_another_activity_and_an_unused_rubric_can_be_removed()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        var instructor = course.Instructor;
        await instructor.GoesTo("/rubrics");
        instructor.Page.Offers("Remove Reflection on mentoring").ShouldBeFalse();
        await instructor.Clicks("Copy Reflection on mentoring");
        instructor.Page.Heading.ShouldBe("Copy of Reflection on mentoring");
        await instructor.GoesTo($"/reflections/edit/{activity}");
        instructor.Fills("Judged by", instructor.Page.Document.QuerySelectorAll("#rubric option").Single(option => option.TextContent.StartsWith("Copy of", StringComparison.Ordinal)).GetAttribute("value")!);
        await instructor.Clicks("Save");
        await instructor.GoesTo("/rubrics");
        await instructor.Clicks("Remove Reflection on mentoring");
        instructor.Page.Document.QuerySelectorAll(".row").Length.ShouldBe(1);
        instructor.Page.Says.ShouldContain("Judges The first meeting");
    }

    [Fact]
    public async Task Rubrics_are_the_instructors_of_this_course()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        await course.Instructor.GoesTo("/rubrics");
        string rubric = course.Instructor.Page.Clickable("Reflection on mentoring").GetAttribute("href")!.Split('/')[^1];
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        (await mentor.GoesTo("/rubrics")).Status.ShouldBe(404);
        (await mentor.GoesTo($"/rubrics/edit/{rubric}")).Status.ShouldBe(404);
        var stranger = world.NewCourse();
        await stranger.Instructor.OpensLink(stranger.HomeLink);
        (await stranger.Instructor.GoesTo($"/rubrics/edit/{rubric}")).Status.ShouldBe(404);
        (await course.Tool.AskAsync(db => db.Rubrics.CountAsync(one => one.Id == new RubricId(Guid.Parse(rubric))))).ShouldBe(1);
    }

    private static void Criterion(Person instructor, int number, string title, params (string Points, string Name)[] levels)
    {
        Fill(instructor, $"c{number}-title", title);
        for (int i = 0; i < levels.Length; i++)
        {
            Fill(instructor, $"l{number}-{i}-points", levels[i].Points);
            Fill(instructor, $"l{number}-{i}-name", levels[i].Name);
        }
    }

    private static void Fill(Person person, string id, string text) =>
        ((IHtmlInputElement)person.Page.Document.GetElementById(id)!).Value = text;
}

[Collection(OnSqlite.Name)]
public sealed class RubricStoriesOnSqlite(SqliteWorld world) : RubricStories(world);

[Collection(OnPostgres.Name)]
public sealed class RubricStoriesOnPostgres(PostgresWorld world) : RubricStories(world);
