using Lti.Launching;
using Lti.Platforms;
using Lti.Tests.Drivers;
using Microsoft.AspNetCore.WebUtilities;

namespace Lti.Tests.Launching;

public sealed class LoginTests
{
    [Fact]
    public async Task A_login_by_POST_is_sent_to_the_platform_with_all_that_it_needs()
    {
        await using var world = await World.StartAsync();

        var login = await world.LogInAsync();

        login.Address.GetLeftPart(UriPartial.Path).ShouldBe("https://lms.example/auth");
        login["from"].ShouldBe("lti");
        login["scope"].ShouldBe("openid");
        login["response_type"].ShouldBe("id_token");
        login["response_mode"].ShouldBe("form_post");
        login["prompt"].ShouldBe("none");
        login["client_id"].ShouldBe(TestPlatform.ClientId);
        login["redirect_uri"].ShouldBe("https://tool.example/lti/launch");
        login["login_hint"].ShouldBe("hint/3");
        login["lti_message_hint"].ShouldBe("""{"cmid":7}""");
        login["state"].ShouldNotBeEmpty();
        login["nonce"].ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_login_by_GET_works_as_well()
    {
        await using var world = await World.StartAsync();
        var address = QueryHelpers.AddQueryString("/lti/login", World.LoginForm()!);

        using var response = await world.Browser.GetAsync(address);

        ((int)response.StatusCode).ShouldBe(302);
        var login = new AuthorizationRequest(response.Headers.Location!);
        login["login_hint"].ShouldBe("hint/3");
        (await world.PostLaunchAsync(login["state"], world.MessageFor(login).ToToken())).ShouldBeAccepted();
    }

    [Fact]
    public async Task No_message_hint_is_sent_when_none_came()
    {
        await using var world = await World.StartAsync();

        var login = await world.LogInAsync(Without("lti_message_hint"));

        login.Address.Query.ShouldNotContain("lti_message_hint");
    }

    [Fact]
    public async Task Two_logins_have_nothing_in_common()
    {
        await using var world = await World.StartAsync();

        var one = await world.LogInAsync();
        var other = await world.LogInAsync();

        one["state"].Equals(other["state"], StringComparison.Ordinal).ShouldBeFalse();
        one["nonce"].Equals(other["nonce"], StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public async Task A_login_without_client_id_works_when_the_issuer_has_one_registration()
    {
        await using var world = await World.StartAsync();

        var login = await world.LogInAsync(Without("client_id", "lti_deployment_id"));

        login["client_id"].ShouldBe(TestPlatform.ClientId);
    }

    [Fact]
    public async Task A_login_without_client_id_is_refused_when_the_issuer_has_several_registrations()
    {
        await using var world = await WorldWithTwoRegistrations();

        await Refused(world, Without("client_id", "lti_deployment_id"), LaunchErrors.LoginPlatformAmbiguous);
    }

    [Fact]
    public async Task A_deployment_tells_registrations_of_one_issuer_apart()
    {
        await using var world = await WorldWithTwoRegistrations();
        var form = Without("client_id");
        form["lti_deployment_id"] = "deployment-2";

        var login = await world.LogInAsync(form);

        login["client_id"].ShouldBe("client-2");
    }

    [Fact]
    public async Task A_client_id_tells_registrations_of_one_issuer_apart()
    {
        await using var world = await WorldWithTwoRegistrations();
        var form = World.LoginForm();
        form["client_id"] = "client-2";

        var login = await world.LogInAsync(form);

        login["client_id"].ShouldBe("client-2");
    }

    [Theory]
    [InlineData("iss", "https://unknown.example")]
    [InlineData("client_id", "unknown")]
    public async Task An_unknown_registration_is_refused(string parameter, string value)
    {
        await using var world = await World.StartAsync();
        var form = World.LoginForm();
        form[parameter] = value;

        await Refused(world, form, LaunchErrors.LoginPlatformUnknown);
    }

    [Theory]
    [InlineData("iss", "login.issuer-missing")]
    [InlineData("login_hint", "login.hint-missing")]
    [InlineData("target_link_uri", "login.target-missing")]
    public async Task A_missing_parameter_is_named(string parameter, string code)
    {
        await using var world = await World.StartAsync();

        using var response = await world.Browser.PostAsync("/lti/login", Without(parameter));

        ((int)response.StatusCode).ShouldBe(400);
        world.Tool.Handler.Error!.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("https://tool.example@elsewhere.example/")]
    [InlineData("http://tool.example/")]
    [InlineData("https://tool.example:8443/")]
    [InlineData("https://user@tool.example/")]
    [InlineData("//tool.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_target_that_is_not_ours_is_refused(string target)
    {
        await using var world = await World.StartAsync();
        var form = World.LoginForm();
        form["target_link_uri"] = target;

        await Refused(world, form, LaunchErrors.LoginTargetElsewhere);
    }

    [Fact]
    public async Task An_endless_hint_is_refused()
    {
        await using var world = await World.StartAsync();
        var form = World.LoginForm();
        form["lti_message_hint"] = new string('x', 9_000);

        await Refused(world, form, LaunchErrors.RequestMalformed);
    }

    [Fact]
    public async Task Hints_cannot_add_parameters_of_their_own()
    {
        await using var world = await World.StartAsync();
        var form = World.LoginForm();
        form["login_hint"] = "3&redirect_uri=https://evil.example\r\nX: y";

        var login = await world.LogInAsync(form);

        login["redirect_uri"].ShouldBe("https://tool.example/lti/launch");
        login["login_hint"].ShouldBe("3&redirect_uri=https://evil.example\r\nX: y");
    }

    [Fact]
    public async Task A_tool_below_a_path_names_its_own_addresses()
    {
        await using var world = await World.StartAsync(configure: options => options.PublicUrl = new Uri("https://tool.example/mentor/"));

        var login = await world.LogInAsync();

        login["redirect_uri"].ShouldBe("https://tool.example/mentor/lti/launch");
        world.Browser.LastSetCookies[0].ShouldContain("Path=/mentor/lti;");
    }

    private static async Task<World> WorldWithTwoRegistrations()
    {
        var world = await World.StartAsync();
        world.Tool.Platforms.All.Add(world.Platform with
        {
            Id = PlatformId.New(world.Time),
            ClientId = "client-2",
            Deployments = ["deployment-2"],
        });
        return world;
    }

    private static Dictionary<string, string> Without(params string[] parameters)
    {
        var form = World.LoginForm();
        foreach (var parameter in parameters)
            form.Remove(parameter);
        return form;
    }

    private static async Task Refused(World world, Dictionary<string, string> form, LaunchError expected)
    {
        using var response = await world.Browser.PostAsync("/lti/login", form);

        ((int)response.StatusCode).ShouldBe(expected.Status);
        world.Tool.Handler.Error!.Code.ShouldBe(expected.Code);
        response.Headers.Location.ShouldBeNull();
    }
}
