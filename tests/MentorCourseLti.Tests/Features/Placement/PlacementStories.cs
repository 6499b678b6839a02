using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Tests.Drivers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorCourseLti.Tests.Features.Placement;

/// <summary>An instructor picks activities from within the LMS, which makes links of them (deep linking).</summary>
public abstract class PlacementStories(World world)
{
    private const string DeepLinking = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private const string WhereTo = "https://lms.example/course/2/contentitem_return.php?x=1";

    [Fact]
    public async Task One_activity_comes_back_as_a_link_with_its_column_its_dates_and_our_id()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        string activity = await HasReflection(lms, browser, "tree");
        var page = await Asks(lms, browser, settings => settings["data"] = "as it was");
        page.Path.ShouldBe("/place");
        page.Says.ShouldContain("a link opens it already");
        page.Document.QuerySelectorAll("input[type=radio]").Length.ShouldBe(1, "it takes one");

        page = await Picks(browser, page, activity);
        page.ContentSecurityPolicy.ShouldContain("form-action 'self' https://lms.example;");
        var form = page.Document.QuerySelector<IHtmlFormElement>("form[data-send-at-once]").ShouldNotBeNull();
        form.Action.ShouldBe(WhereTo);
        var answer = await Read(form, lms);
        answer[SignedPlatform.Claim + "message_type"]!.GetValue<string>().ShouldBe("LtiDeepLinkingResponse");
        answer[SignedPlatform.Claim + "version"]!.GetValue<string>().ShouldBe("1.3.0");
        answer[SignedPlatform.Claim + "deployment_id"]!.GetValue<string>().ShouldBe("1");
        answer[DeepLinking + "data"]!.GetValue<string>().ShouldBe("as it was");
        (answer["exp"]!.GetValue<long>() - answer["iat"]!.GetValue<long>()).ShouldBeLessThanOrEqualTo(600);

        var item = answer[DeepLinking + "content_items"]!.AsArray().ShouldHaveSingleItem()!;
        item["type"]!.GetValue<string>().ShouldBe("ltiResourceLink");
        item["title"]!.GetValue<string>().ShouldBe("tree");
        item["custom"]!["activity"]!.GetValue<string>().ShouldBe(activity);
        item["lineItem"]!["scoreMaximum"]!.GetValue<decimal>().ShouldBe(20);
        item["lineItem"]!["resourceId"]!.GetValue<string>().ShouldBe(activity);
        item["submission"]!["endDateTime"]!.GetValue<string>().ShouldBe("2031-03-01T23:59:00Z");
        item["available"]!["startDateTime"]!.GetValue<string>().ShouldBe("2031-02-01T00:00:00Z");
    }

    [Fact]
    public async Task Many_come_back_together_where_the_LMS_takes_many()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        string first = await HasReflection(lms, browser, "tree");
        string second = await HasReflection(lms, browser, "moss");
        var one = await Asks(lms, browser, _ => { });
        (await Picks(browser, one, first, second)).Says.ShouldContain("choose only one");
        (await Picks(browser, one)).Says.ShouldContain("Choose an activity first.");

        var page = await Asks(lms, browser, settings => (settings["accept_multiple"], settings["accept_lineitem"]) = (true, false));
        page.Document.QuerySelectorAll("input[type=checkbox]").Length.ShouldBe(2);
        page = await Picks(browser, page, first, second);
        var again = await Picks(browser, page, first, second);
        foreach (var sent in new[] { page, again })
        {
            var answer = await Read(sent.Document.QuerySelector<IHtmlFormElement>("form[data-send-at-once]")!, lms);
            answer.ContainsKey(DeepLinking + "data").ShouldBeFalse("none was given");
            var items = answer[DeepLinking + "content_items"]!.AsArray();
            items.Select(item => item!["custom"]!["activity"]!.GetValue<string>()).ShouldBe([first, second], ignoreOrder: true);
            items.ShouldAllBe(item => item!["lineItem"] == null);
        }
    }

    [Fact]
    public async Task Who_wants_nothing_goes_back_with_nothing()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        string activity = await HasReflection(lms, browser, "tree");
        var page = await Asks(lms, browser, settings => settings["data"] = "as it was");
        page.Document.QuerySelectorAll<IHtmlInputElement>("[name=activities]").ShouldHaveSingleItem().IsChecked = true;
        var button = page.Document.QuerySelector<IHtmlButtonElement>("button[name=nothing]").ShouldNotBeNull();
        page = await browser.SubmitAsync(button.Form!, button);
        var answer = await Read(page.Document.QuerySelector<IHtmlFormElement>("form[data-send-at-once]")!, lms);
        answer[DeepLinking + "content_items"]!.AsArray().ShouldBeEmpty();
        answer[DeepLinking + "data"]!.GetValue<string>().ShouldBe("as it was");
    }

    [Fact]
    public async Task An_earlier_runs_activity_is_picked_as_a_copy_of_the_courses_own()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        string lastYears = await HasReflection(lms, browser, "tree");
        var page = await Asks(lms, browser, _ => { }, course: "wood-2", history: "wood");
        page.Says.ShouldContain("From an earlier run");
        page = await Picks(browser, page, lastYears);
        var item = (await Read(page.Document.QuerySelector<IHtmlFormElement>("form[data-send-at-once]")!, lms))[DeepLinking + "content_items"]!.AsArray().ShouldHaveSingleItem()!;
        item["title"]!.GetValue<string>().ShouldBe("tree");
        item["custom"]!["activity"]!.GetValue<string>().ShouldNotBe(lastYears);
        item["submission"].ShouldBeNull("dates were last year's");
        (await Asks(lms, browser, _ => { }, course: "wood-2", history: "wood")).Says.ShouldNotContain("From an earlier run");
    }

    [Fact]
    public async Task A_link_that_was_made_so_opens_its_activity_and_grades_go_to_its_column()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        string activity = await HasReflection(lms, browser, "tree");
        var page = await lms.LaunchAsync(browser, "mentor", claims =>
        {
            Opens(claims, "made-by-us", activity);
            claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"] = new JsonObject
            {
                ["scope"] = new JsonArray("https://purl.imsglobal.org/spec/lti-ags/scope/score"),
                ["lineitem"] = $"{lms.Url}/columns/7",
            };
        });
        page.Path.ShouldBe($"/reflections/{activity}");
        page.Heading.ShouldBe("tree");
        (await world.Tool.AskAsync(async db => await Task.FromResult(db.GradeColumns.Count(column => column.LineItemUrl == $"{lms.Url}/columns/7")))).ShouldBe(1);
    }

    [Theory]
    [InlineData("$MentorCourse.activity")]
    [InlineData("")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task A_link_that_names_no_activity_of_this_course_waits_to_be_set_up(string named)
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        (await lms.LaunchAsync(browser, "mentor", claims => Opens(claims, "new", named))).Heading.ShouldEndWith("is not ready yet");
    }

    [Fact]
    public async Task A_copied_course_never_shows_the_work_of_last_year()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        string lastYears = await HasReflection(lms, browser, "tree");
        var page = await lms.LaunchAsync(browser, "mentor", claims =>
        {
            claims[SignedPlatform.Claim + "context"] = new JsonObject { ["id"] = "wood-2", ["title"] = "The wood, again" };
            Opens(claims, "copied", lastYears);
        });
        page.Path.ShouldStartWith("/reflections/");
        page.Path.ShouldNotContain(lastYears);
        (await browser.GetAsync(new Uri(page.Url, $"{page.Visit}/reflections/{lastYears}"))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Who_may_not_grade_has_nothing_to_pick_and_no_other_visit_has()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        await HasReflection(lms, browser, "tree");
        (await Asks(lms, browser, _ => { }, SignedPlatform.Learner)).Status.ShouldBe(404);
        var home = await lms.LaunchAsync(browser, "instructor", claims => claims[SignedPlatform.Claim + "roles"] = new JsonArray(SignedPlatform.Instructor));
        (await browser.GetAsync(new Uri(home.Url, home.Visit + "/place"))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_LMS_that_takes_no_links_is_not_sent_any()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        string activity = await HasReflection(lms, browser, "tree");
        var page = await Asks(lms, browser, settings => settings["accept_types"] = new JsonArray("file", "html"));
        page.Says.ShouldContain("takes no links here");
        page.Document.QuerySelector("main form").ShouldBeNull();
        var form = await browser.GetAsync(new Uri(page.Url, page.Visit + "/reflections/edit"));
        var forced = await browser.PostAsync(page.Url, Person.Form([("activities", activity), ("__RequestVerificationToken", form.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]));
        forced.Status.ShouldBe(200);
        forced.Says.ShouldContain("takes no links here");
        forced.Document.QuerySelector("[name=JWT]").ShouldBeNull();
    }

    [Fact]
    public async Task A_return_address_adds_nothing_to_the_policy_but_its_origin()
    {
        await using var lms = await SignedPlatform.StartAsync(world.Tool);
        using var browser = new Browser();
        string activity = await HasReflection(lms, browser, "tree");
        var page = await Asks(lms, browser, settings => settings["deep_link_return_url"] = "https://a;script-src%20*;@lms.example:8443/return");
        page = await Picks(browser, page, activity);
        page.ContentSecurityPolicy.ShouldContain("form-action 'self' https://lms.example:8443;");
        page.ContentSecurityPolicy.ShouldNotContain("@");
    }

    private static void Opens(JsonObject claims, string link, string activity)
    {
        claims[SignedPlatform.Claim + "resource_link"] = new JsonObject { ["id"] = link, ["title"] = "Made by us" };
        claims[SignedPlatform.Claim + "custom"] = new JsonObject { ["activity"] = activity };
    }

    private static Task<Page> Asks(SignedPlatform lms, Browser browser, Action<JsonObject> change, string role = SignedPlatform.Instructor, string? course = null, string? history = null) => lms.LaunchAsync(browser, role == SignedPlatform.Learner ? "mentor" : "instructor", claims =>
    {
        claims.Remove(SignedPlatform.Claim + "resource_link");
        claims[SignedPlatform.Claim + "message_type"] = "LtiDeepLinkingRequest";
        claims[SignedPlatform.Claim + "roles"] = new JsonArray(role);
        if (course is not null)
            claims[SignedPlatform.Claim + "context"] = new JsonObject { ["id"] = course, ["title"] = course };
        if (history is not null)
            claims[SignedPlatform.Claim + "custom"] = new JsonObject { ["context_history"] = history };
        var settings = new JsonObject { ["deep_link_return_url"] = WhereTo, ["accept_types"] = new JsonArray("ltiResourceLink"), ["accept_presentation_document_targets"] = new JsonArray("iframe") };
        change(settings);
        claims[DeepLinking + "deep_linking_settings"] = settings;
    });

    private static async Task<Page> Picks(Browser browser, Page page, params string[] activities)
    {
        page = page.Document.QuerySelector("[name=activities]") is null ? await browser.GetAsync(page.Url) : page;
        foreach (var box in page.Document.QuerySelectorAll<IHtmlInputElement>("[name=activities]"))
            box.IsChecked = activities.Contains(box.Value);
        // What a page with radio buttons cannot send is sent all the same.
        foreach (var box in page.Document.QuerySelectorAll<IHtmlInputElement>("[name=activities]").Where(_ => activities.Length > 1))
            (box.Type, box.IsChecked) = ("checkbox", true);
        return await browser.SubmitAsync(page.Document.QuerySelector<IHtmlFormElement>("main form")!);
    }

    /// <summary>The answer as the LMS reads it: only with our public keys.</summary>
    private async Task<JsonObject> Read(IHtmlFormElement form, SignedPlatform lms)
    {
        using var browser = new Browser();
        string keys = (await browser.GetAsync(new Uri(world.Tool.Address, "/.well-known/jwks.json"))).Body;
        string token = form.QuerySelector<IHtmlInputElement>("[name=JWT]")!.Value;
        var read = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKeys = new JsonWebKeySet(keys).GetSigningKeys(),
            ValidIssuer = "signed",
            ValidAudience = lms.Url,
        });
        read.IsValid.ShouldBeTrue(read.Exception?.Message);
        return JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[1]))!.AsObject();
    }

    private static async Task<string> HasReflection(SignedPlatform lms, Browser browser, string link)
    {
        var page = await lms.LaunchAsync(browser, "instructor", claims =>
        {
            claims[SignedPlatform.Claim + "roles"] = new JsonArray(SignedPlatform.Instructor);
            claims[SignedPlatform.Claim + "resource_link"] = new JsonObject { ["id"] = link, ["title"] = link };
        });
        var form = await browser.GetAsync(new Uri(page.Url, page.Clickable("A new reflection").GetAttribute("href")!));
        ((IHtmlInputElement)form.Field("Opens")).Value = "2031-02-01T00:00";
        ((IHtmlInputElement)form.Field("Due")).Value = "2031-03-01T23:59";
        var create = (IHtmlButtonElement)form.Clickable("Create");
        var made = await browser.SubmitAsync(create.Form!, create);
        return made.Path.Split('/')[2];
    }
}

[Collection(OnSqlite.Name)]
public sealed class PlacementStoriesOnSqlite(SqliteWorld world) : PlacementStories(world);

[Collection(OnPostgres.Name)]
public sealed class PlacementStoriesOnPostgres(PostgresWorld world) : PlacementStories(world);
