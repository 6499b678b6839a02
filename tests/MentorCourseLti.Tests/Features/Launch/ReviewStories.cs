using System.Text.Json.Nodes;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Submissions;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Launch;

/// <summary>From a cell of the LMS's gradebook to that very attempt: submission review, and the address that a score carries.</summary>
public abstract class ReviewStories(World world)
{
    private const string Ags = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

    [Fact]
    public async Task A_review_opens_that_very_attempt_for_the_grader_and_the_own_page_for_its_author()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        var (activity, attempt) = await HandedIn(lms, "poppy");

        var page = await Reviews(lms, "instructor", SignedPlatform.Instructor, of: "poppy");
        (page.Path, page.Status).ShouldBe(($"/attempts/{attempt}", 200));
        page.Says.ShouldContain("Written by poppy.");

        page = await Reviews(lms, "poppy", SignedPlatform.Learner, of: "poppy");
        page.Path.ShouldBe($"/reflections/{activity}");
        page.Says.ShouldContain("Written by poppy.");
        page.Document.QuerySelector("[name='Form.Levels[0]']").ShouldBeNull();
    }

    [Fact]
    public async Task A_review_of_somebody_elses_work_shows_the_reader_the_own_page()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        var (activity, _) = await HandedIn(lms, "poppy");

        var page = await Reviews(lms, "clover", SignedPlatform.Learner, of: "poppy");
        page.Path.ShouldBe($"/reflections/{activity}");
        page.Body.ShouldNotContain("Written by poppy.");
    }

    [Fact]
    public async Task A_review_without_a_link_is_known_by_its_column()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        var (_, attempt) = await HandedIn(lms, "poppy");

        var page = await Reviews(lms, "instructor", SignedPlatform.Instructor, of: "poppy", claims => claims.Remove(SignedPlatform.Claim + "resource_link"));
        page.Path.ShouldBe($"/attempts/{attempt}");
    }

    [Fact]
    public async Task A_review_of_somebody_who_has_handed_in_nothing_shows_who_has()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        var (activity, _) = await HandedIn(lms, "poppy");
        using var browser = new Browser();
        await lms.LaunchAsync(browser, "clover");

        (await Reviews(lms, "instructor", SignedPlatform.Instructor, of: "clover")).Path.ShouldBe($"/reflections/{activity}/submissions");
        (await Reviews(lms, "instructor", SignedPlatform.Instructor, of: "nobody here")).Path.ShouldBe($"/reflections/{activity}/submissions");
    }

    [Fact]
    public async Task The_address_that_a_score_carries_opens_that_very_attempt()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        var (activity, attempt) = await HandedIn(lms, "poppy");
        var member = await world.Tool.AskAsync(db => db.Attempts.Where(one => one.Id == new AttemptId(Guid.Parse(attempt)))
            .Join(db.Submissions, one => one.SubmissionId, one => one.Id, (_, submission) => submission.MemberId).SingleAsync());
        var address = WorkAddress.Of(world.Tool.Address, new ActivityId(Guid.Parse(activity)), member, attempt: 1);

        using var browser = new Browser();
        var page = await lms.LaunchAsync(browser, "instructor", claims => Leads(claims, address, SignedPlatform.Instructor));
        page.Path.ShouldBe($"/attempts/{attempt}");
        // Its author reads, another mentor comes to the own page, and another course's instructor to where the link leads.
        (await lms.LaunchAsync(browser, "poppy", claims => Leads(claims, address, SignedPlatform.Learner))).Path.ShouldBe($"/reflections/{activity}");
        (await lms.LaunchAsync(browser, "clover", claims => Leads(claims, address, SignedPlatform.Learner))).Body.ShouldNotContain("Written by poppy.");
        page = await lms.LaunchAsync(browser, "instructor", claims =>
        {
            Leads(claims, address, SignedPlatform.Instructor);
            claims[SignedPlatform.Claim + "context"] = new JsonObject { ["id"] = "moor", ["title"] = "The moor" };
        });
        page.Path.ShouldStartWith("/links/");
        // Nobody opens it without a launch.
        (await browser.GetAsync(address)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_score_carries_that_address_to_Canvas()
    {
        var course = world.NewCanvasCourse();
        var activity = await course.IsSetUp();
        var mentor = course.Mentor();
        await mentor.HandsIn(course.Link, "A text.");
        await course.Instructor.OpensWorkOf(mentor, activity);
        await course.Instructor.Grades("5 5 5 5");
        await course.Settles(mentor);

        string url = course.GradeOf(mentor).SubmissionUrl.ShouldNotBeNull();
        url.ShouldBe(WorkAddress.Of(world.Tool.Address, new ActivityId(activity), (await course.MemberOf(mentor)).Id, 1).ToString());
    }

    private static void Leads(JsonObject claims, Uri address, string role) =>
        (claims[SignedPlatform.Claim + "target_link_uri"], claims[SignedPlatform.Claim + "roles"]) = (address.ToString(), new JsonArray(role));

    private static async Task<Page> Reviews(SignedPlatform lms, string reader, string role, string of, Action<JsonObject>? change = null)
    {
        using var browser = new Browser();
        return await lms.LaunchAsync(browser, reader, claims =>
        {
            claims[SignedPlatform.Claim + "message_type"] = "LtiSubmissionReviewRequest";
            claims[SignedPlatform.Claim + "roles"] = new JsonArray(role);
            claims[SignedPlatform.Claim + "for_user"] = new JsonObject { ["user_id"] = of };
            AddColumn(claims, lms);
            change?.Invoke(claims);
        });
    }

    private static void AddColumn(JsonObject claims, SignedPlatform lms) =>
        claims[Ags] = new JsonObject { ["scope"] = new JsonArray("https://purl.imsglobal.org/spec/lti-ags/scope/score"), ["lineitem"] = $"{lms.Url}/columns/1" };

    private static async Task<(string Activity, string Attempt)> HandedIn(SignedPlatform lms, string mentor)
    {
        using var browser = new Browser();
        var page = await lms.LaunchAsync(browser, "instructor", claims =>
        {
            claims[SignedPlatform.Claim + "roles"] = new JsonArray(SignedPlatform.Instructor);
            AddColumn(claims, lms);
        });
        page = await Clicks(browser, page, "A new reflection");
        page = await Clicks(browser, page, "Create");
        string activity = page.Path.Split('/')[2];
        page = await lms.LaunchAsync(browser, mentor, claims => AddColumn(claims, lms));
        ((AngleSharp.Html.Dom.IHtmlTextAreaElement)page.Field(Coursework.YourText)).Value = $"Written by {mentor}.";
        await Clicks(browser, await Clicks(browser, page, "Look it over and hand in"), "Hand in");
        page = await lms.LaunchAsync(browser, "instructor", claims => claims[SignedPlatform.Claim + "roles"] = new JsonArray(SignedPlatform.Instructor));
        page = await Clicks(browser, page, $"The {mentor}");
        return (activity, page.Path.Split('/')[2]);
    }

    private static Task<Page> Clicks(Browser browser, Page page, string name) => page.Clickable(name) switch
    {
        AngleSharp.Html.Dom.IHtmlAnchorElement link => browser.GetAsync(new Uri(link.Href)),
        var button => browser.SubmitAsync(((AngleSharp.Html.Dom.IHtmlButtonElement)button).Form!, button as AngleSharp.Html.Dom.IHtmlElement),
    };
}

[Collection(OnSqlite.Name)]
public sealed class ReviewStoriesOnSqlite(SqliteWorld world) : ReviewStories(world);

[Collection(OnPostgres.Name)]
public sealed class ReviewStoriesOnPostgres(PostgresWorld world) : ReviewStories(world);
