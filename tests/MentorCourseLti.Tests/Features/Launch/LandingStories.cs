using System.Text.Json.Nodes;
using MentorCourseLti.Tests.Drivers;

namespace MentorCourseLti.Tests.Features.Launch;

/// <summary>Where each launch leads.</summary>
public abstract class LandingStories(World world)
{
    [Fact]
    public async Task An_instructor_who_opens_a_link_first_is_asked_what_it_should_open()
    {
        var course = world.NewCourse();
        var page = await course.Instructor.OpensLink(course.Link);
        page.Status.ShouldBe(200);
        page.Heading.ShouldStartWith("What should “Reflection 1: Why I mentor” open?");
        page.Role.ShouldBe("instructor");
        page.Offers("A new reflection").ShouldBeTrue();
    }

    [Fact]
    public async Task A_mentor_who_opens_a_link_first_is_told_kindly_that_it_is_not_ready()
    {
        var course = world.NewCourse();
        var mentor = course.Mentor();
        var page = await mentor.OpensLink(course.Link);
        page.Heading.ShouldBe("Reflection 1: Why I mentor is not ready yet");
        page.Who.ShouldContain(mentor.Name);
        (await mentor.Clicks("See what is due")).Path.ShouldBe("/");
    }

    [Fact]
    public async Task A_link_that_is_set_up_leads_each_to_their_own_page()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        (await course.Mentor().OpensLink(course.Link)).Path.ShouldBe($"/reflections/{activity}");
        (await course.Instructor.OpensLink(course.Link)).Path.ShouldBe($"/reflections/{activity}/submissions");
    }

    [Fact]
    public async Task Course_navigation_whose_link_is_the_course_itself_leads_home()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        var page = await lms.LaunchAsync(browser, "beech", claims => claims[SignedPlatform.Claim + "resource_link"] = new JsonObject { ["id"] = "wood" });
        page.Path.ShouldBe("/");
        page.Heading.ShouldContain("BIO 1");
    }

    [Fact]
    public async Task A_launch_without_a_course_shows_the_own_courses_and_opens_one()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        await lms.LaunchAsync(browser, "beech");
        await lms.LaunchAsync(browser, "beech", claims =>
        {
            claims[SignedPlatform.Claim + "context"] = new JsonObject { ["id"] = "moor", ["title"] = "The moor" };
            claims[SignedPlatform.Claim + "roles"] = new JsonArray(SignedPlatform.Instructor);
        });
        await lms.LaunchAsync(browser, "birch", claims => claims[SignedPlatform.Claim + "context"] = new JsonObject { ["id"] = "fen", ["title"] = "The fen" });

        var page = await lms.LaunchAsync(browser, "beech", claims => claims.Remove(SignedPlatform.Claim + "context"));
        page.Path.ShouldBe("/courses");
        page.Says.ShouldContain("The moor Instructor");
        page.Says.ShouldContain("The wood Mentor");
        page.Says.ShouldNotContain("The fen");

        var button = (AngleSharp.Html.Dom.IHtmlButtonElement)page.Clickable("Open The moor");
        var opened = await browser.SubmitAsync(button.Form!, button);
        opened.Path.ShouldBe("/");
        opened.Visit.ShouldNotBe(page.Visit);
        opened.Role.ShouldBe("instructor");
    }

    [Fact]
    public async Task Somebody_elses_course_cannot_be_opened_from_the_own_courses()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        await lms.LaunchAsync(browser, "beech");
        await lms.LaunchAsync(browser, "birch", claims => claims[SignedPlatform.Claim + "context"] = new JsonObject { ["id"] = "fen", ["title"] = "The fen" });
        var others = await lms.LaunchAsync(browser, "birch", claims => claims.Remove(SignedPlatform.Claim + "context"));
        var member = others.Clickable("Open The fen").GetAttribute("value")!;

        var own = await lms.LaunchAsync(browser, "beech", claims => claims.Remove(SignedPlatform.Claim + "context"));
        string token = own.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var page = await browser.PostAsync(own.Url, Person.Form([("member", member), ("__RequestVerificationToken", token)]));
        page.Status.ShouldBe(404);
    }

    [Fact]
    public async Task Somebody_without_a_course_here_is_told_what_to_expect()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        var page = await lms.LaunchAsync(browser, "stranger", claims => claims.Remove(SignedPlatform.Claim + "context"));
        page.Status.ShouldBe(200);
        page.Says.ShouldContain("course");
    }

    [Fact]
    public async Task A_visitor_whose_role_is_of_no_use_reads_and_hands_in_nothing()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        var page = await lms.LaunchAsync(browser, "guest", claims => claims[SignedPlatform.Claim + "roles"] = new JsonArray());
        page.Who.ShouldContain("Visitor");
        var home = await browser.GetAsync(new Uri(page.Url, page.Visit + "/"));
        home.Status.ShouldBe(200);
    }
}

[Collection(OnSqlite.Name)]
public sealed class LandingStoriesOnSqlite(SqliteWorld world) : LandingStories(world);

[Collection(OnPostgres.Name)]
public sealed class LandingStoriesOnPostgres(PostgresWorld world) : LandingStories(world);
