using System.Text.Json.Nodes;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Launch;

/// <summary>Who a visit belongs to, for how long, and as what.</summary>
public abstract class VisitStories(World world)
{
    [Fact]
    public async Task A_learner_turned_instructor_and_back_is_what_the_newest_launch_says()
    {
        var course = world.NewCourse();
        await course.IsSetUp();
        var person = course.Mentor();
        (await person.OpensLink(course.Link)).Role.ShouldBe("mentor");
        string first = person.Page.Visit;

        (await person.OpensLink(course.Link, role: "instructor")).Role.ShouldBe("instructor");
        // The visit that is still open asks the database at each request: it is an instructor's now.
        (await person.Browser.GetAsync(new Uri(course.Tool.Address, first))).Role.ShouldBe("instructor");

        (await person.OpensLink(course.Link, role: "mentor")).Role.ShouldBe("mentor");
        (await person.GoesTo("/deliveries")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_member_who_was_removed_is_out_at_once_and_in_again_by_a_launch()
    {
        var course = world.NewCourse();
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        await course.Loses(mentor);

        (await mentor.Reloads()).Code.ShouldBe("visit.over");
        mentor.Page.Status.ShouldBe(401);
        (await mentor.OpensLink(course.Link)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_visit_ends_when_its_time_is_over()
    {
        var course = world.NewCourse();
        var mentor = course.Mentor();
        await mentor.OpensLink(course.Link);
        await course.EndVisits();
        (await mentor.Reloads()).Code.ShouldBe("visit.over");
        mentor.Page.Heading.ShouldBe("Your time here ran out");
    }

    [Fact]
    public async Task Names_follow_what_the_LMS_says()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        (await lms.LaunchAsync(browser, "beech", claims => claims.Remove("name"))).Who.ShouldContain("Without a name", Case.Insensitive);
        (await lms.LaunchAsync(browser, "beech", claims => claims["name"] = "Beech the Elder")).Who.ShouldStartWith("Beech the Elder");
        (await lms.LaunchAsync(browser, "beech", claims => claims["name"] = "  Beech\n the\u0000 Great ")).Who.ShouldStartWith("Beech the Great");
        // A launch without a name takes none away.
        (await lms.LaunchAsync(browser, "beech", claims => claims.Remove("name"))).Who.ShouldStartWith("Beech the Great");

        var renamed = await lms.LaunchAsync(browser, "beech", claims => claims[SignedPlatform.Claim + "context"] = new JsonObject { ["id"] = "wood", ["label"] = "BIO 2" });
        renamed.Document.Title!.ShouldEndWith("BIO 2");
    }

    [Fact]
    public async Task Two_visits_with_two_roles_in_one_browser_do_not_mix()
    {
        var (course, other) = (world.NewCourse(), world.NewCourse());
        await course.IsSetUp();
        using var browser = new Browser();
        var mentor = course.Mentor(0, browser);
        var mentorHome = await mentor.OpensLink(course.Link);
        var instructor = new Person(other, other.Instructor.Id, browser);
        var instructorHome = await instructor.OpensLink(other.HomeLink);
        mentorHome.Visit.ShouldNotBe(instructorHome.Visit);

        for (int i = 0; i < 2; i++)
        {
            (await mentor.Reloads()).Who.ShouldBe($"{mentor.Name} · Mentor");
            (await instructor.Reloads()).Who.ShouldBe($"{instructor.Name} · Instructor");
        }
    }

    [Fact]
    public async Task Antiforgery_tokens_of_one_visit_do_not_serve_another()
    {
        var course = world.NewCourse();
        var activity = await course.IsSetUp();
        using var browser = new Browser();
        var (one, two) = (course.Mentor(0, browser), course.Mentor(1, browser));
        await one.OpensLink(course.Link);
        await two.OpensLink(course.Link);
        var page = await browser.PostAsync(one.At($"/reflections/{activity}?handler=Save"), Person.Form([("Text", "mine"), ("Version", "0"), ("__RequestVerificationToken", two.Token)]));
        page.Status.ShouldBe(400);
    }

    [Fact]
    public async Task Twenty_four_mentors_open_a_new_course_at_once()
    {
        var course = world.NewCourse();
        var mentors = Enumerable.Range(0, 24).Select(n => course.Mentor(n)).ToList();
        var pages = await Task.WhenAll(mentors.Select(mentor => mentor.OpensLink(course.Link)));

        pages.ShouldAllBe(page => page.Status == 200);
        for (int i = 0; i < mentors.Count; i++)
            pages[i].Who.ShouldContain(mentors[i].Name);
        // One course, or this would throw; and its own programme only.
        var only = await course.FindId();
        (await course.Tool.AskAsync(db => db.Programmes.CountAsync(programme => !db.Courses.Any(one => one.ProgrammeId == programme.Id) && !db.CourseJoins.Any(join => join.FromId == programme.Id)))).ShouldBe(0);
        (await course.Tool.AskAsync(db => db.Members.Where(member => member.CourseId == only).GroupBy(member => member.Subject).CountAsync(same => same.Count() > 1))).ShouldBe(0);
        (await course.Tool.AskAsync(db => db.Links.CountAsync(link => link.CourseId == only))).ShouldBe(1);
        (await course.Tool.AskAsync(db => db.Lanes.CountAsync(lane => lane.CourseId == only))).ShouldBe(1);
    }

    [Fact]
    public async Task A_test_student_of_Canvas_may_try_everything_and_is_on_no_list()
    {
        var course = world.NewCanvasCourse();
        var activity = await course.IsSetUp();
        var nobody = course.TestStudent();
        await nobody.HandsIn(course.Link, "Only a try.");
        nobody.Page.Says.ShouldContain("Handed in");
        (await course.MemberOf(nobody)).IsTestUser.ShouldBeTrue();
        (await course.Instructor.GoesTo($"/reflections/{activity}/submissions")).Says.ShouldNotContain(nobody.Name);
        (await course.FindDelivery(nobody)).ShouldBeNull();
        course.HistoryOf(nobody).ShouldBeEmpty();

        // Nor is it counted anywhere: home, gradebook and people know of nobody.
        (await course.Instructor.GoesTo("/")).Says.ShouldContain("nobody has handed in");
        foreach (string page in (string[])["/gradebook", "/people"])
            (await course.Instructor.GoesTo(page)).Body.ShouldNotContain(nobody.Name, customMessage: page);
        await nobody.Clicks("Take it back");
        nobody.Page.FieldText(Coursework.YourText).ShouldBe("Only a try.");
    }
}

[Collection(OnSqlite.Name)]
public sealed class VisitStoriesOnSqlite(SqliteWorld world) : VisitStories(world);

[Collection(OnPostgres.Name)]
public sealed class VisitStoriesOnPostgres(PostgresWorld world) : VisitStories(world);
