using System.Text.Json.Nodes;
using Lti.Grades;
using Lti.Launching;
using Lti.Platforms;
using Lti.Tests.Drivers;

namespace Lti.Tests.Launching;

/// <summary>Every shape of a valid launch must work; the certification suite's valid payloads are among them.</summary>
public sealed class AcceptedLaunchTests
{
    private const string Ags = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    private const string DeepLinking = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    private const string Nrps = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

    [Fact]
    public async Task A_complete_launch_brings_all_that_the_platform_said()
    {
        var launch = await Accepted(message => message);

        launch.Platform.ClientId.ShouldBe(TestPlatform.ClientId);
        launch.DeploymentId.ShouldBe("deployment-1");
        launch.Subject.ShouldBe("user-3");
        launch.MessageType.ShouldBe(LtiMessageTypes.ResourceLink);
        launch.TargetLinkUri.ShouldBe(new Uri("https://tool.example/"));
        launch.Person.ShouldBe(new LtiPerson { Name = "Ada Invented", GivenName = "Ada", FamilyName = "Invented", Email = "ada@example.edu" });
        launch.ResourceLink.ShouldBe(new LtiResourceLink { Id = "link-1", Title = "Week 1 mentor log" });
        launch.Context!.Id.ShouldBe("2");
        launch.Context.Types.ShouldBe(["CourseSection"]);
        launch.Roles.Highest.ShouldBe(LtiRole.Instructor);
        launch.Nonce.Length.ShouldBe(22);
    }

    [Fact]
    public async Task A_deep_linking_request_brings_what_is_to_be_picked_and_needs_no_link()
    {
        var launch = await Accepted(message => message.WithoutLti("resource_link").WithLti("message_type", LtiMessageTypes.DeepLinking).With(DeepLinking, new JsonObject
        {
            ["deep_link_return_url"] = "https://lms.example/return",
            ["accept_types"] = new JsonArray("link", "ltiResourceLink"),
            ["accept_multiple"] = true,
            ["accept_lineitem"] = false,
            ["data"] = "opaque",
        }));

        var settings = launch.DeepLinking.ShouldNotBeNull();
        settings.ReturnUrl.ShouldBe(new Uri("https://lms.example/return"));
        settings.AcceptsLinks.ShouldBeTrue();
        (settings.AcceptMultiple, settings.AcceptLineItem, settings.Data).ShouldBe((true, false, "opaque"));
        launch.ResourceLink.ShouldBeNull();
    }

    [Fact]
    public async Task What_a_deep_linking_request_leaves_out_is_not_guessed()
    {
        var settings = (await Accepted(message => message.WithLti("message_type", LtiMessageTypes.DeepLinking).With(DeepLinking, new JsonObject
        {
            ["deep_link_return_url"] = "https://lms.example/return",
            ["accept_types"] = new JsonArray(),
            ["accept_multiple"] = "true",
            ["data"] = 7,
        }))).DeepLinking.ShouldNotBeNull();

        (settings.AcceptsLinks, settings.AcceptMultiple, settings.AcceptLineItem, settings.Data).ShouldBe((false, false, null, null));
    }

    [Fact]
    public async Task A_deep_linking_request_opens_no_link_whatever_it_names()
    {
        var launch = await Accepted(message => message.WithLti("message_type", LtiMessageTypes.DeepLinking).WithLti("resource_link", new JsonObject { ["id"] = "left-over" }).With(DeepLinking, new JsonObject
        {
            ["deep_link_return_url"] = "https://lms.example/return",
            ["accept_types"] = new JsonArray("ltiResourceLink"),
        }));

        launch.ResourceLink.ShouldBeNull();
    }

    [Fact]
    public async Task A_nonce_is_to_be_remembered_until_the_message_expires_plus_the_skew()
    {
        await using var world = await World.StartAsync();

        var launch = (await world.LaunchAsync()).ShouldBeAccepted();

        launch.NonceExpiresAt.ShouldBe(launch.IssuedAt.AddSeconds(120));
    }

    [Fact]
    public async Task Several_roles_work()
    {
        var launch = await Accepted(message => message.WithRoles(
            LaunchMessage.Membership + "Learner", LaunchMessage.Membership + "Instructor", "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student"));

        launch.Roles.Highest.ShouldBe(LtiRole.Instructor);
    }

    [Fact]
    public async Task A_short_role_works()
    {
        var launch = await Accepted(message => message.WithRoles("Instructor"));

        launch.Roles.IsInstructor.ShouldBeTrue();
    }

    [Fact]
    public async Task An_unknown_role_works_and_gives_no_right()
    {
        var launch = await Accepted(message => message.WithRoles("http://purl.imsglobal.org/vocab/lis/v2/uknownrole/unknown#Helper"));

        launch.Roles.Highest.ShouldBe(LtiRole.None);
    }

    [Fact]
    public async Task A_role_of_no_use_to_us_works_and_gives_no_right()
    {
        var launch = await Accepted(message => message.WithRoles("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Guest"));

        launch.Roles.Highest.ShouldBe(LtiRole.None);
    }

    [Fact]
    public async Task An_empty_role_list_works_and_gives_no_right()
    {
        var launch = await Accepted(message => message.WithRoles());

        launch.Roles.All.ShouldBeEmpty();
        launch.Roles.Highest.ShouldBe(LtiRole.None);
    }

    [Fact]
    public async Task A_launch_with_an_email_only_works()
    {
        var launch = await Accepted(message => message.Without("name", "given_name", "family_name"));

        launch.Person.ShouldBe(new LtiPerson { Email = "ada@example.edu" });
        launch.Person.DisplayName.ShouldBeNull();
    }

    [Fact]
    public async Task A_launch_with_names_only_works()
    {
        var launch = await Accepted(message => message.Without("email", "name"));

        launch.Person.DisplayName.ShouldBe("Ada Invented");
    }

    [Fact]
    public async Task A_launch_with_no_name_and_no_email_works()
    {
        var launch = await Accepted(message => message.Without("name", "given_name", "family_name", "email"));

        launch.Person.ShouldBe(new LtiPerson());
    }

    [Fact]
    public async Task A_launch_without_a_course_works()
    {
        var launch = await Accepted(message => message.WithoutLti("context"));

        launch.Context.ShouldBeNull();
    }

    [Fact]
    public async Task A_course_without_an_id_is_no_course()
    {
        var launch = await Accepted(message => message.WithLti("context", new JsonObject { ["title"] = "Nameless" }));

        launch.Context.ShouldBeNull();
    }

    [Fact]
    public async Task Unknown_claims_are_passed_over()
    {
        var launch = await Accepted(message => message
            .With("https://lms.example/claim/weather", new JsonObject { ["sun"] = new JsonArray(1, 2, 3) })
            .WithLti("something_new", true)
            .With("auth_time", 1));

        launch.Subject.ShouldBe("user-3");
    }

    [Fact]
    public async Task Optional_claims_of_a_wrong_shape_are_passed_over()
    {
        var launch = await Accepted(message => message
            .WithLti("context", "2").WithLti("custom", new JsonArray()).WithLti("launch_presentation", 7).With("name", 5).With(Ags, "no"));

        launch.Context.ShouldBeNull();
        launch.Custom.ShouldBeEmpty();
        launch.Presentation.ShouldBeNull();
        launch.Person.DisplayName.ShouldBe("Ada Invented");
        launch.Ags.ShouldBeNull();
    }

    [Fact]
    public async Task An_audience_list_of_only_us_works() =>
        await Accepted(message => message.With("aud", new JsonArray(TestPlatform.ClientId)));

    [Fact]
    public async Task Several_audiences_with_us_as_authorised_party_work() =>
        await Accepted(message => message.With("aud", new JsonArray("other", TestPlatform.ClientId)).With("azp", TestPlatform.ClientId));

    [Fact]
    public async Task Clocks_may_differ_by_a_minute()
    {
        await using var world = await World.StartAsync();
        var now = world.Time.GetUtcNow().ToUnixTimeSeconds();

        (await world.LaunchAsync(message => message.With("iat", now + 55).With("exp", now + 115))).ShouldBeAccepted();
        (await world.LaunchAsync(message => message.With("iat", now - 55).With("exp", now - 55 + 1))).ShouldBeAccepted();
    }

    [Fact]
    public async Task Fractions_of_seconds_are_numeric_dates_too()
    {
        await using var world = await World.StartAsync();
        var now = world.Time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

        (await world.LaunchAsync(message => message.With("iat", now).With("exp", now + 60.5))).ShouldBeAccepted();
    }

    [Fact]
    public async Task Custom_values_come_without_those_that_the_platform_did_not_substitute()
    {
        var launch = await Accepted(message => message.WithLti("custom", new JsonObject
        {
            ["activity"] = "a-1",
            ["due"] = "$ResourceLink.submission.endDateTime",
            ["history"] = "$Context.id.history",
            ["price"] = "$5",
            ["points"] = 20,
            ["open"] = true,
            ["nested"] = new JsonObject(),
        }));

        launch.Custom.ShouldBe(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["activity"] = "a-1", ["price"] = "$5", ["points"] = "20", ["open"] = "true" }, ignoreOrder: true);
    }

    [Fact]
    public async Task The_gradebook_and_the_roster_are_found()
    {
        var launch = await Accepted(message => message
            .With(Ags, new JsonObject
            {
                ["scope"] = new JsonArray(AgsScopes.LineItem, AgsScopes.ResultReadOnly, AgsScopes.Score),
                ["lineitems"] = "https://lms.example/2/lineitems?type_id=1",
                ["lineitem"] = "https://lms.example/2/lineitems/13/lineitem?type_id=1",
            })
            .With(Nrps, new JsonObject { ["context_memberships_url"] = "https://lms.example/2/members", ["service_versions"] = new JsonArray("1.0", "2.0") }));

        launch.Ags!.LineItem!.Query.ShouldBe("?type_id=1");
        launch.Ags.MayManageLineItems.ShouldBeTrue();
        launch.Ags.MayScore.ShouldBeTrue();
        launch.Ags.MayReadResults.ShouldBeTrue();
        launch.Nrps!.ContextMembershipsUrl.ShouldBe(new Uri("https://lms.example/2/members"));
        launch.Nrps.ServiceVersions.ShouldBe(["1.0", "2.0"]);
    }

    [Fact]
    public async Task A_gradebook_without_a_column_for_the_link_works()
    {
        var launch = await Accepted(message => message.With(Ags, new JsonObject
        {
            ["scope"] = new JsonArray(AgsScopes.LineItemReadOnly),
            ["lineitems"] = "https://lms.example/2/lineitems",
        }));

        launch.Ags!.LineItem.ShouldBeNull();
        launch.Ags.MayManageLineItems.ShouldBeFalse();
    }

    [Fact]
    public async Task The_product_is_known_by_its_family_code()
    {
        var launch = await Accepted(message => message.WithLti("tool_platform", new JsonObject { ["product_family_code"] = "moodle", ["version"] = "2022112810" }));

        launch.Family.ShouldBe(LmsFamily.Moodle);
        launch.ToolPlatform!.Version.ShouldBe("2022112810");
    }

    [Fact]
    public async Task The_way_it_is_shown_is_known()
    {
        var launch = await Accepted(message => message.WithLti("launch_presentation", new JsonObject
        {
            ["locale"] = "en",
            ["document_target"] = "iframe",
            ["return_url"] = "https://lms.example/back?id=1",
        }));

        launch.Presentation.ShouldBe(new LtiPresentation { Locale = "en", DocumentTarget = "iframe", ReturnUrl = new Uri("https://lms.example/back?id=1") });
    }

    [Fact]
    public async Task A_return_address_that_is_no_web_address_is_passed_over()
    {
        var launch = await Accepted(message => message.WithLti("launch_presentation", new JsonObject { ["return_url"] = "javascript:alert(1)" }));

        launch.Presentation!.ReturnUrl.ShouldBeNull();
    }

    [Fact]
    public async Task A_test_user_of_Canvas_is_known()
    {
        var launch = await Accepted(message => message.WithRoles(
            LaunchMessage.Membership + "Learner", "http://purl.imsglobal.org/vocab/lti/system/person#TestUser"));

        launch.Roles.IsTestUser.ShouldBeTrue();
        launch.Roles.IsLearner.ShouldBeTrue();
    }

    [Fact]
    public async Task A_NUL_in_a_name_does_not_reach_the_application()
    {
        var launch = await Accepted(message => message.With("name", "Ada\0 Invented "));

        launch.Person.Name.ShouldBe("Ada Invented");
    }

    private static async Task<LtiLaunch> Accepted(Func<LaunchMessage, LaunchMessage> shape)
    {
        await using var world = await World.StartAsync();

        return (await world.LaunchAsync(shape)).ShouldBeAccepted();
    }
}
