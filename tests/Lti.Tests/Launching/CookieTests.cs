using Lti.Launching;
using Lti.Platforms;
using Lti.Tests.Drivers;

namespace Lti.Tests.Launching;

public sealed class CookieTests
{
    [Fact]
    public async Task A_login_sets_a_small_partitioned_cookie_and_a_probe()
    {
        await using var world = await World.StartAsync();

        await world.LogInAsync();

        var cookies = world.Browser.LastSetCookies;
        cookies.Count.ShouldBe(2);
        var (login, probe) = (cookies[0], cookies[1]);
        login.ShouldMatch("^lti-[A-Za-z0-9_-]{8}=[A-Za-z0-9_-]{22}; Max-Age=600; Path=/lti; Secure; HttpOnly; SameSite=None; Partitioned$");
        probe.ShouldBe("lti-probe=1; Max-Age=31536000; Path=/lti; Secure; HttpOnly; SameSite=None; Partitioned");
    }

    [Fact]
    public async Task A_browser_that_sent_the_probe_back_gets_no_other()
    {
        await using var world = await World.StartAsync();
        await world.LogInAsync();

        await world.LogInAsync();

        world.Browser.LastSetCookies.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_login_cookie_is_deleted_by_an_accepted_launch()
    {
        await using var world = await World.StartAsync();

        (await world.LaunchAsync()).ShouldBeAccepted();

        world.Browser.LastSetCookies.Single().ShouldMatch("^lti-.{8}=; Max-Age=0; Path=/lti; Secure; HttpOnly; SameSite=None; Partitioned$");
        world.Browser.Cookies.Keys.ShouldBe(["lti-probe"]);
    }

    [Fact]
    public async Task The_login_cookie_is_deleted_by_a_refused_launch()
    {
        await using var world = await World.StartAsync();

        (await world.LaunchAsync(message => message.Without("sub"))).ShouldBeRefusedWith(LaunchErrors.SubjectMissing);

        world.Browser.Cookies.Keys.ShouldBe(["lti-probe"]);
    }

    [Fact]
    public async Task Two_tabs_log_in_at_the_same_time()
    {
        await using var world = await World.StartAsync();
        var one = await world.LogInAsync();
        var other = await world.LogInAsync();

        (await world.PostLaunchAsync(one["state"], world.MessageFor(one).ToToken())).ShouldBeAccepted();
        (await world.PostLaunchAsync(other["state"], world.MessageFor(other).ToToken())).ShouldBeAccepted();
    }

    [Fact]
    public async Task A_browser_that_keeps_no_cookies_is_offered_a_new_tab_where_the_login_works()
    {
        await using var world = await World.StartAsync();
        world.Browser.KeepsCookies = false;

        var error = (await world.LaunchAsync()).ShouldBeRefusedWith(LaunchErrors.CookieMissing);

        var retry = error.RetryInNewTab.ShouldNotBeNull();
        retry.GetLeftPart(UriPartial.Path).ShouldBe("https://tool.example/lti/login");
        var parameters = new AuthorizationRequest(retry);
        foreach (var (name, value) in World.LoginForm())
            parameters[name].ShouldBe(value);

        // The new tab is first-party: cookies come back there.
        world.Browser.KeepsCookies = true;
        using var response = await world.Browser.GetAsync(retry.PathAndQuery);
        var login = new AuthorizationRequest(response.Headers.Location!);
        (await world.PostLaunchAsync(login["state"], world.MessageFor(login).ToToken())).ShouldBeAccepted();
    }

    [Fact]
    public async Task Moodles_single_use_hints_are_not_offered_again_but_Moodles_own_page_of_the_link()
    {
        await using var world = await World.StartAsync(LmsFamily.Moodle);
        world.Browser.KeepsCookies = false;

        var error = (await world.LaunchAsync()).ShouldBeRefusedWith(LaunchErrors.CookieMissing);

        error.RetryInNewTab.ShouldBe(new Uri("https://lms.example/mod/lti/launch.php?id=7"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[7]")]
    [InlineData("""{"cmid":"7&x=1"}""")]
    [InlineData("""{"cmid":-7}""")]
    [InlineData("""{"cmid":{}}""")]
    public async Task A_hint_of_Moodles_that_names_no_module_offers_nothing(string hint)
    {
        await using var world = await World.StartAsync(LmsFamily.Moodle);
        world.Browser.KeepsCookies = false;
        var form = World.LoginForm();
        form["lti_message_hint"] = hint;
        var login = await world.LogInAsync(form);

        (await world.PostLaunchAsync(login["state"], world.MessageFor(login).ToToken())).ShouldBeRefusedWith(LaunchErrors.CookieMissing).RetryInNewTab.ShouldBeNull();
    }

    [Fact]
    public async Task Another_browser_cannot_use_a_login()
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();
        using var victim = new Browser(world.Tool);

        using var response = await victim.PostAsync(
            "/lti/launch",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["state"] = login["state"], ["id_token"] = world.MessageFor(login).ToToken() });

        ((int)response.StatusCode).ShouldBe(403);
        world.Tool.Handler.Error!.Code.ShouldBe("launch.cookie-missing");
        world.Tool.Handler.Launch.ShouldBeNull();
    }

    [Fact]
    public async Task A_cookie_with_another_value_is_no_binding()
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();
        var name = world.Browser.Cookies.Keys.Single(key => !key.Equals("lti-probe", StringComparison.Ordinal));
        world.Browser.Cookies[name] = new string('A', 22);

        var outcome = await world.PostLaunchAsync(login["state"], world.MessageFor(login).ToToken());

        outcome.ShouldBeRefusedWith(LaunchErrors.StateUsed);
    }

    [Fact]
    public async Task State_stays_short_once_cookies_are_known_to_work()
    {
        await using var world = await World.StartAsync();
        var first = await world.LogInAsync();

        var second = await world.LogInAsync();

        second["state"].Length.ShouldBeLessThan(400);
        second["state"].Length.ShouldBeLessThan(first["state"].Length);
    }
}
