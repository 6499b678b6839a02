using System.Text.Json.Nodes;
using MentorCourseLti.Commands;
using MentorCourseLti.Data;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCourseLti.Tests.Features.Registration;

/// <summary>An LMS that was invited registers itself.</summary>
public abstract class RegistrationStories(World world)
{
    [Fact]
    public async Task An_invited_LMS_registers_itself_and_its_administrator_sees_what_was_agreed()
    {
        await using var lms = await RegisteringPlatform.StartAsync();
        using var browser = new Browser();
        var page = await lms.OpensAsync(browser, await InviteAsync("Our Moodle"));
        (page.Status, page.Heading).ShouldBe((200, "Our Moodle knows Mentor Course now"));
        page.Says.ShouldContain("It may send grades.");
        page.Says.ShouldContain("activate it there");
        page.Document.QuerySelector("[data-lti-close]").ShouldNotBeNull();
        page.ContentSecurityPolicy.ShouldContain("frame-ancestors *");

        var (authorization, posted) = lms.Posted.ShouldHaveSingleItem();
        authorization.ShouldBe($"Bearer {RegisteringPlatform.Token}");
        string root = world.Tool.Address.GetLeftPart(UriPartial.Authority);
        posted["initiate_login_uri"]!.GetValue<string>().ShouldBe($"{root}/lti/login");
        posted["redirect_uris"]!.AsArray().Single()!.GetValue<string>().ShouldBe($"{root}/lti/launch");
        posted["jwks_uri"]!.GetValue<string>().ShouldBe($"{root}/.well-known/jwks.json");
        posted["token_endpoint_auth_method"]!.GetValue<string>().ShouldBe("private_key_jwt");
        posted["scope"]!.GetValue<string>().Split(' ').ShouldContain("https://purl.imsglobal.org/spec/lti-ags/scope/score");
        var tool = posted["https://purl.imsglobal.org/spec/lti-tool-configuration"]!;
        tool["https://canvas.instructure.com/lti/privacy_level"]!.GetValue<string>().ShouldBe("public");
        tool["claims"]!.AsArray().Select(claim => claim!.GetValue<string>()).ShouldContain("name");

        var row = await RowOf(lms);
        (row.Name, row.ClientId, row.TokenEndpoint, row.Family).ShouldBe(("Our Moodle", "client-1", $"{lms.Url}/token", Lti.Platforms.LmsFamily.Moodle));
        row.Deployments.ShouldHaveSingleItem().ShouldSatisfyAllConditions(deployment => deployment.DeploymentId.ShouldBe("7"), deployment => deployment.IsApproved.ShouldBeTrue());
    }

    [Fact]
    public async Task Registering_again_updates_and_never_doubles()
    {
        await using var lms = await RegisteringPlatform.StartAsync();
        using var browser = new Browser();
        await lms.OpensAsync(browser, await InviteAsync());
        lms.Configure = configuration => configuration["token_endpoint"] = $"{lms.Url}/other-token";
        lms.Answer = answer => answer["https://purl.imsglobal.org/spec/lti-tool-configuration"]!["deployment_id"] = "8";
        await lms.OpensAsync(browser, await InviteAsync());
        var row = await RowOf(lms);
        row.TokenEndpoint.ShouldBe($"{lms.Url}/other-token");
        row.Deployments.Select(deployment => deployment.DeploymentId).Order().ShouldBe(["7", "8"]);
        row.Name.ShouldBe("Moodle (127.0.0.1)");
    }

    [Fact]
    public async Task An_invitation_works_once_within_a_day_and_none_registers_nobody()
    {
        await using var lms = await RegisteringPlatform.StartAsync();
        using var browser = new Browser();
        string invitation = await InviteAsync();
        (await browser.GetAsync(new Uri(invitation))).Code.ShouldBe("registration.configuration-missing", "opened by hand it says where it belongs");
        (await lms.OpensAsync(browser, invitation)).Status.ShouldBe(200);
        (await lms.OpensAsync(browser, invitation)).Code.ShouldBe("registration.no-invitation");
        (await lms.OpensAsync(browser, $"{world.Tool.Address}lti/register?invite=guessed")).Code.ShouldBe("registration.no-invitation");
        (await lms.OpensAsync(browser, $"{world.Tool.Address}lti/register?x=1")).Code.ShouldBe("registration.no-invitation");

        string old = await InviteAsync();
        await world.Tool.AskAsync(db => db.Invitations.Where(one => one.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpiresAt, TimeProvider.System.GetUtcNow())));
        (await lms.OpensAsync(browser, old)).Code.ShouldBe("registration.no-invitation");
        lms.Posted.Count.ShouldBe(1);
    }

    public static TheoryData<string, Action<RegisteringPlatform>, string, string> Wrong => new()
    {
        { "it speaks for another", lms => lms.Configure = configuration => configuration["issuer"] = "https://canvas.instructure.com", "/openid", "registration.issuer-elsewhere" },
        { "it wants the token sent elsewhere", lms => lms.Configure = configuration => configuration["registration_endpoint"] = "https://thief.example/register", "/openid", "registration.issuer-elsewhere" },
        { "no issuer", lms => lms.Configure = configuration => configuration.Remove("issuer"), "/openid", "registration.configuration-incomplete" },
        { "a key set that is no address", lms => lms.Configure = configuration => configuration["jwks_uri"] = "file:///etc/passwd", "/openid", "registration.configuration-incomplete" },
        { "numbers for texts", lms => lms.Configure = configuration => configuration["token_endpoint"] = 7, "/openid", "registration.configuration-incomplete" },
        { "a redirect", _ => { }, "/elsewhere", "registration.configuration-unreachable" },
        { "nothing there", _ => { }, "/nothing", "registration.configuration-unreachable" },
        { "nobody there", _ => { }, "http://127.0.0.1:1/openid", "registration.configuration-unreachable" },
        { "another kind of address", _ => { }, "ftp://lms.example/openid", "registration.configuration-address" },
        { "no address", _ => { }, "openid", "registration.configuration-address" },
        { "it refuses", lms => lms.Status = 401, "/openid", "registration.platform-refused" },
        { "an answer without a client id", lms => lms.Answer = answer => answer.Remove("client_id"), "/openid", "registration.answer-unreadable" },
        { "a client id that is none", lms => lms.Answer = answer => answer["client_id"] = new JsonArray(), "/openid", "registration.answer-unreadable" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_cannot_be_believed_registers_nothing_and_may_be_tried_again(string what, Action<RegisteringPlatform> spoil, string configuration, string code)
    {
        await using var lms = await RegisteringPlatform.StartAsync();
        using var browser = new Browser();
        string invitation = await InviteAsync();
        // Another story's LMS may have stood at this port.
        int before = await RegistrationsOf(lms);
        spoil(lms);
        var page = await lms.OpensAsync(browser, invitation, configuration);
        page.Code.ShouldBe(code, what);
        page.Status.ShouldBeOneOf(400, 502);
        (await RegistrationsOf(lms)).ShouldBe(before);

        (lms.Configure, lms.Answer, lms.Status) = (_ => { }, _ => { }, 200);
        (await lms.OpensAsync(browser, invitation)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_was_not_granted_is_said_with_what_it_means()
    {
        await using var lms = await RegisteringPlatform.StartAsync();
        using var browser = new Browser();
        lms.Configure = configuration => configuration["scopes_supported"] = new JsonArray("https://purl.imsglobal.org/spec/lti-ags/scope/score");
        lms.Answer = answer => answer["https://purl.imsglobal.org/spec/lti-tool-configuration"]!.AsObject().Remove("deployment_id");
        var page = await lms.OpensAsync(browser, await InviteAsync());
        page.Says.ShouldContain("Columns must be made in the LMS");
        page.Says.ShouldContain("Receipts cannot say what the gradebook shows.");
        page.Says.ShouldContain("names a deployment only when the tool is placed");
    }

    private Task<PlatformRow> RowOf(RegisteringPlatform lms) => world.Tool.AskAsync(db => db.Platforms.AsNoTracking().Include(row => row.Deployments).SingleAsync(row => row.Issuer == lms.Url));

    /// <summary>As the command prints it.</summary>
    private Task<int> RegistrationsOf(RegisteringPlatform lms) => world.Tool.AskAsync(db => db.Platforms.CountAsync(row => row.Issuer == lms.Url));

    private async Task<string> InviteAsync(string? name = null)
    {
        await using var scope = world.Tool.Services.CreateAsyncScope();
        using var output = new StringWriter();
        await PlatformCommands.InviteAsync(scope.ServiceProvider, CommandArguments.Parse(name is null ? [] : ["--name", name]), output, CancellationToken.None);
        return output.ToString().Split(Environment.NewLine)[0];
    }
}

[Collection(OnSqlite.Name)]
public sealed class RegistrationStoriesOnSqlite(SqliteWorld world) : RegistrationStories(world);

[Collection(OnPostgres.Name)]
public sealed class RegistrationStoriesOnPostgres(PostgresWorld world) : RegistrationStories(world);
