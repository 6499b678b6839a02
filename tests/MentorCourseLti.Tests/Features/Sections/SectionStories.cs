using System.Text.Json.Nodes;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Sections;

/// <summary>Where the LMS sends sections or groups, every list can be narrowed to one.</summary>
public abstract class SectionStories(World world)
{
    [Theory]
    [InlineData(LmsHost.Canvas, "Section 1", "Section 2")]
    [InlineData(LmsHost.Moodle, "Group 1", "Group 2")]
    public async Task Every_list_shows_the_chosen_section_until_another_is_chosen(string manner, string first, string second)
    {
        var course = world.NewCourse(manner);
        var activity = await course.IsSetUp();
        var (one, two) = (course.Mentor(), course.Mentor(1));
        foreach (var mentor in new[] { one, two })
            await mentor.HandsIn(course.Link, "Done.");
        await course.Instructor.OpensLink(course.Link);
        (await course.Instructor.GoesTo("/")).Says.ShouldContain("2 reflections wait");

        course.Instructor.Fills("Section", second);
        var home = await course.Instructor.Clicks("Show");
        home.Path.ShouldBe("/");
        home.Says.ShouldContain("1 reflection waits");
        foreach (string path in new[] { $"/reflections/{activity}/submissions", "/gradebook", "/people", "/deliveries" })
        {
            var list = await course.Instructor.GoesTo(path);
            list.Document.QuerySelector("table")!.TextContent.ShouldContain(two.Name, customMessage: path);
            list.Document.QuerySelector("table")!.TextContent.ShouldNotContain(one.Name, customMessage: path);
            list.FieldText("Section").ShouldBe(second);
        }

        // The next one to grade is of the section too, and the way back leads to the list it came from.
        await course.Instructor.GoesTo($"/reflections/{activity}/submissions");
        course.Instructor.Fills("Section", first);
        (await course.Instructor.Clicks("Show")).Path.ShouldBe($"/reflections/{activity}/submissions");
        (await course.Instructor.Clicks("Grade the one that waits")).Heading.ShouldBe(one.Name);
        await course.Instructor.GoesTo("/people");
        course.Instructor.Fills("Section", "");
        (await course.Instructor.Clicks("Show")).Says.ShouldContain(one.Name);
        course.Instructor.Page.Says.ShouldContain(two.Name);
    }

    public static TheoryData<string, string, string> Said => new()
    {
        { "section_names", "[\"Lab, morning\",\"Evening\"]", "\nEvening\nLab, morning\n" },
        { "section_names", "Morning, Evening", "\nEvening\nMorning\n" },
        { "section_names", "[]", "" },
        { "section_names", "[broken", "\n[broken\n" },
        { "section_names", "[\"a\\nb\", null, \"\"]", "\na b\n" },
        { "group_ids", "7,3", "\nGroup 3\nGroup 7\n" },
        { "group_ids", "", "" },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public async Task What_a_launch_says_of_sections_is_kept(string field, string value, string kept)
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        string subject = $"{Guid.CreateVersion7()}";
        await lms.LaunchAsync(browser, subject, claims => claims[SignedPlatform.Claim + "custom"] = new JsonObject { [field] = value });
        (await SectionsOf(subject)).ShouldBe(kept);
        // A launch that says nothing of sections changes nothing; the next one that does, does.
        await lms.LaunchAsync(browser, subject);
        (await SectionsOf(subject)).ShouldBe(kept);
        await lms.LaunchAsync(browser, subject, claims => claims[SignedPlatform.Claim + "custom"] = new JsonObject { ["section_names"] = "[\"Later\"]" });
        (await SectionsOf(subject)).ShouldBe("\nLater\n");
    }

    [Fact]
    public async Task A_section_that_the_course_does_not_have_is_all_of_them_and_no_way_leads_out()
    {
        var course = world.NewCanvasCourse();
        await course.IsSetUp();
        await course.Mentor().OpensLink(course.Link);
        await course.Instructor.GoesTo("/people");
        var page = await course.Instructor.Posts("/sections", ("section", "Somebody else's"), ("back", "//elsewhere.example"));
        page.Path.ShouldBe("/");
        page.FieldText("Section").ShouldBe("");
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        (await mentor.Posts("/sections", ("section", "Section 1"))).Status.ShouldBe(404);
    }

    private Task<string> SectionsOf(string subject) => world.Tool.AskAsync(db => db.Members.Where(member => member.Subject == subject).Select(member => member.SectionNames).SingleAsync());
}

[Collection(OnSqlite.Name)]
public sealed class SectionStoriesOnSqlite(SqliteWorld world) : SectionStories(world);

[Collection(OnPostgres.Name)]
public sealed class SectionStoriesOnPostgres(PostgresWorld world) : SectionStories(world);
