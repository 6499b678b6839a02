using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Rubrics;

/// <summary>What a rubric was before each change is kept, read, and brought back.</summary>
public abstract class VersionStories(World world)
{
    private const string Ready = "Reflection on mentoring";

    [Fact]
    public async Task Every_change_keeps_what_was_before_it_and_says_what_changed()
    {
        var (instructor, rubric) = await RubricAsync();
        var page = await instructor.GoesTo($"/rubrics/{rubric}/versions");
        page.Says.ShouldContain("It has not been changed.");
        Rows(page).Single().ShouldStartWith("Version 1 Now");
        page.Offers("Bring this one back").ShouldBeFalse();

        await EditsAsync(instructor, rubric, () => instructor.Fills("Name", "Reflections"));
        await EditsAsync(instructor, rubric, () => Input(instructor, "Form.Criteria[1].Title").Value = "What the mentee said");
        await instructor.Clicks("Earlier versions");
        var rows = Rows(instructor.Page);
        rows.Count.ShouldBe(3);
        rows[0].ShouldStartWith("Version 3 Now");
        rows[0].ShouldEndWith($"{instructor.Name} “The mentee's side” is called “What the mentee said” now.");
        rows[1].ShouldEndWith($"{instructor.Name} It was called “{Ready}”.");
        rows[2].ShouldEndWith("Made.");

        page = await instructor.Clicks("Version 1");
        page.Document.QuerySelector("aside h2")!.TextContent.ShouldBe("Version 1");
        Page.Text(page.Document.QuerySelector("aside .meta")).ShouldBe($"{Ready} · 20 points");
        page.Document.QuerySelectorAll(".rubric h3").Select(heading => heading.TextContent).ShouldContain("The mentee's side");
        (await instructor.GoesTo("/rubrics")).Says.ShouldContain("version 3");
        (await instructor.GoesTo($"/rubrics/{rubric}/versions?number=9")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_save_that_changes_nothing_makes_no_version()
    {
        var (instructor, rubric) = await RubricAsync();
        await EditsAsync(instructor, rubric, () => { });
        instructor.Page.Says.ShouldContain("Saved.");
        Rows(await instructor.GoesTo($"/rubrics/{rubric}/versions")).Count.ShouldBe(1);
        (await world.Tool.AskAsync(db => db.RubricVersions.CountAsync(version => version.RubricId == new RubricId(rubric)))).ShouldBe(0);
    }

    [Fact]
    public async Task A_version_that_is_brought_back_is_the_newest_and_nothing_is_lost()
    {
        var (instructor, rubric) = await RubricAsync();
        await EditsAsync(instructor, rubric, () => instructor.Fills("Name", "Reflections"), press: "Remove criterion 2");
        await instructor.Clicks("Earlier versions");
        await instructor.Clicks("Version 1");
        var page = await instructor.Clicks("Bring this one back");
        page.Says.ShouldContain("Version 1 is back");
        page.Heading.ShouldBe($"Versions of {Ready}");
        var rows = Rows(page);
        rows.Count.ShouldBe(3);
        rows[0].ShouldContain("The same as version 1. It was called “Reflections”. New criterion: “The mentee's side”.");
        page.Offers("Bring this one back").ShouldBeFalse("it is this one already");
        await instructor.Clicks("Version 1");
        instructor.Page.Offers("Bring this one back").ShouldBeFalse("the present one says the same");

        await instructor.GoesTo($"/rubrics/edit/{rubric}");
        instructor.Page.FieldText("Name").ShouldBe(Ready);
        Input(instructor, "Form.Criteria[1].Key").Value.ShouldBe("mentee", "what was graded still finds it");
    }

    [Fact]
    public async Task Grades_are_counted_anew_by_levels_that_were_brought_back_only_when_that_is_wanted()
    {
        var (course, mentor, activity) = await world.OpensACourse();
        await mentor.HandsIn(course.Link, "A moment.");
        var instructor = course.Instructor;
        await instructor.OpensWorkOf(mentor, activity);
        await instructor.Grades("4 5 5 5");
        await instructor.GoesTo("/rubrics");
        await instructor.Clicks(Ready);
        var rubric = Guid.Parse(instructor.Page.Path.Split('/')[^1]);
        await EditsAsync(instructor, rubric, () => Input(instructor, "Form.Criteria[0].Levels[1].Points").Value = "3");
        instructor.Page.Heading.ShouldBe("Count grades anew");
        (await instructor.Clicks("Count it anew")).Says.ShouldContain("One grade was counted anew");

        var page = await instructor.GoesTo($"/rubrics/{rubric}/versions?number=1");
        Rows(page)[0].ShouldContain("Levels of “A moment, told closely” count otherwise: “Clear” 3 instead of 4.");
        page = await instructor.Clicks("Bring this one back");
        page.Heading.ShouldBe("Count grades anew");
        Page.Text(page.Document.QuerySelector("tbody tr")).ShouldStartWith($"{mentor.Name} The first meeting 18 of 20 19 of 20");
        (await mentor.OpensLink(course.Link)).Says.ShouldContain("18 of 20");
        await instructor.Clicks("Count it anew");
        (await mentor.OpensLink(course.Link)).Says.ShouldContain("19 of 20");
    }

    [Fact]
    public async Task Whoever_brings_one_back_while_another_changes_the_rubric_is_told()
    {
        var (instructor, rubric) = await RubricAsync();
        await EditsAsync(instructor, rubric, () => instructor.Fills("Name", "Second"));
        var page = await instructor.GoesTo($"/rubrics/{rubric}/versions?number=1");
        using var other = instructor.Browser.Copy();
        await EditsAsync(instructor, rubric, () => instructor.Fills("Name", "Third"));
        var late = await other.SubmitAsync(page.Document.Forms[0], page.Document.QuerySelector<IHtmlButtonElement>("aside .button.primary")!);
        late.Says.ShouldContain("Somebody changed this rubric meanwhile, so nothing was brought back.");
        late.Heading.ShouldBe("Versions of Third");
        Rows(late).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Of_many_who_save_at_the_same_moment_one_comes_first()
    {
        var (instructor, rubric) = await RubricAsync();
        var page = await instructor.GoesTo($"/rubrics/edit/{rubric}");
        var browsers = Enumerable.Range(0, 4).Select(_ => instructor.Browser.Copy()).ToList();
        var pages = await Task.WhenAll(browsers.Select(async (browser, index) =>
        {
            var own = await browser.GetAsync(page.Url);
            own.Document.QuerySelector<IHtmlInputElement>("#title")!.Value = $"By number {index}";
            return await browser.SubmitAsync(own.Document.Forms[0], own.Document.QuerySelector<IHtmlButtonElement>("button.primary[value=save]")!);
        }));
        browsers.ForEach(browser => browser.Dispose());
        int saved = pages.Count(one => one.Says.Contains("Saved.", StringComparison.Ordinal));
        saved.ShouldBeGreaterThanOrEqualTo(1);
        pages.Count(one => one.Says.Contains("Somebody changed this rubric meanwhile.", StringComparison.Ordinal)).ShouldBe(4 - saved);
        Rows(await instructor.GoesTo($"/rubrics/{rubric}/versions")).Count.ShouldBe(saved + 1);
    }

    [Fact]
    public async Task A_long_line_is_listed_page_by_page_and_each_version_still_opens()
    {
        var (instructor, rubric) = await RubricAsync();
        for (int i = 0; i < 52; i++)
            await EditsAsync(instructor, rubric, () => instructor.Fills("Name", $"Named {i}"));
        var page = await instructor.GoesTo($"/rubrics/{rubric}/versions");
        page.Says.ShouldContain("53 versions.");
        Rows(page).Count.ShouldBe(50);
        Rows(page)[^1].ShouldEndWith("It was called “Named 1”.");
        page = await instructor.Clicks("Older");
        Rows(page).Select(row => row[..9]).ShouldBe(["Version 3", "Version 2", "Version 1"]);
        Rows(page)[1].ShouldEndWith($"It was called “{Ready}”.");
        (await instructor.Clicks("Version 2")).Document.QuerySelector("aside .meta")!.TextContent.ShouldStartWith("Named 0");
        (await instructor.GoesTo($"/rubrics/{rubric}/versions?number=1")).Document.QuerySelector("aside .meta")!.TextContent.ShouldStartWith(Ready);
    }

    [Fact]
    public async Task Versions_go_with_their_rubric()
    {
        var course = world.NewCourse();
        await course.Instructor.OpensLink(course.HomeLink);
        await course.Instructor.GoesTo("/rubrics/edit");
        course.Instructor.Fills("Name", "Short-lived");
        course.Instructor.Fills("What is looked at", "Anything");
        foreach (string number in new[] { "0", "1", "2" })
            (Input(course.Instructor, $"Form.Criteria[0].Levels[{number}].Name").Value, Input(course.Instructor, $"Form.Criteria[0].Levels[{number}].Points").Value) = ($"Level {number}", number);
        await course.Instructor.Clicks("Save");
        var rubric = Guid.Parse(course.Instructor.Page.Path.Split('/')[^1]);
        await EditsAsync(course.Instructor, rubric, () => course.Instructor.Fills("Name", "Still short-lived"));
        await course.Instructor.GoesTo("/rubrics");
        await course.Instructor.Clicks("Remove Still short-lived");
        (await world.Tool.AskAsync(db => db.RubricVersions.CountAsync(version => version.RubricId == new RubricId(rubric)))).ShouldBe(0);
        (await course.Instructor.GoesTo($"/rubrics/{rubric}/versions")).Status.ShouldBe(404);
    }

    private async Task<(Person Instructor, Guid Rubric)> RubricAsync()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        await course.Instructor.GoesTo("/rubrics");
        await course.Instructor.Clicks(Ready);
        return (course.Instructor, Guid.Parse(course.Instructor.Page.Path.Split('/')[^1]));
    }

    private static async Task EditsAsync(Person instructor, Guid rubric, Action edit, string? press = null)
    {
        await instructor.GoesTo($"/rubrics/edit/{rubric}");
        edit();
        if (press is not null)
            await instructor.Clicks(press);
        await instructor.Clicks("Save");
    }

    private static IHtmlInputElement Input(Person instructor, string name) => instructor.Page.Document.QuerySelector<IHtmlInputElement>($"input[name='{name}']")!;

    private static List<string> Rows(Page page) => [.. page.Document.QuerySelectorAll(".row").Select(Page.Text)];
}

[Collection(OnSqlite.Name)]
public sealed class VersionStoriesOnSqlite(SqliteWorld world) : VersionStories(world);

[Collection(OnPostgres.Name)]
public sealed class VersionStoriesOnPostgres(PostgresWorld world) : VersionStories(world);
