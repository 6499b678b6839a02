using Lti.Launching;
using Lti.Platforms;
using Lti.Tests.Drivers;

namespace Lti.Tests.Hostile;

/// <summary>Rightly signed messages that belong to another login, another browser, another platform, or to nothing.</summary>
public sealed class StolenStateTests
{
    [Theory]
    [InlineData("never-issued")]
    [InlineData("")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task A_nonce_that_was_never_issued(string nonce)
    {
        await using var world = await World.StartAsync();

        (await world.LaunchAsync(message => message.With("nonce", nonce))).ShouldBeTurnedAwayWith(nonce.Length == 0 ? LaunchErrors.NonceMissing : LaunchErrors.NonceMismatch);
    }

    [Fact]
    public async Task A_nonce_of_another_login_of_the_same_browser()
    {
        await using var world = await World.StartAsync();
        var other = await world.LogInAsync();

        (await world.LaunchAsync(message => message.With("nonce", other["nonce"]))).ShouldBeTurnedAwayWith(LaunchErrors.NonceMismatch);
    }

    [Fact]
    public async Task A_message_that_another_browser_was_given()
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();
        using var thief = new Browser(world.Tool);
        await world.LogInWithAsync(thief);

        (await world.PostLaunchWithAsync(thief, login["state"], world.MessageFor(login).ToToken())).ShouldBeTurnedAwayWith(LaunchErrors.StateUsed);
    }

    [Fact]
    public async Task A_message_that_was_already_opened_in_another_browser()
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();
        var token = world.MessageFor(login).ToToken();
        (await world.PostLaunchAsync(login["state"], token)).ShouldBeAccepted();
        using var thief = new Browser(world.Tool);

        world.Tool.Handler.Forget();
        (await world.PostLaunchWithAsync(thief, login["state"], token)).ShouldBeTurnedAwayWith(LaunchErrors.CookieMissing);
    }

    [Fact]
    public async Task A_login_that_an_attacker_began_and_a_victim_is_made_to_end()
    {
        // State fixation: the attacker's own state and own message, posted from the attacker's page.
        await using var world = await World.StartAsync();
        using var attacker = new Browser(world.Tool);
        var login = await world.LogInWithAsync(attacker);
        await world.LogInAsync();

        world.Browser.Headers["Sec-Fetch-Site"] = "cross-site";
        (await world.PostLaunchAsync(login["state"], world.MessageFor(login).ToToken())).ShouldBeTurnedAwayWith(LaunchErrors.StateUsed);
    }

    [Fact]
    public async Task A_state_of_one_login_with_the_cookie_of_another()
    {
        await using var world = await World.StartAsync();
        var one = await world.LogInAsync();
        var cookie = world.Browser.Cookies.Single(found => found.Key is not "lti-probe");
        world.Browser.Cookies.Remove(cookie.Key);
        await world.LogInAsync();
        var other = world.Browser.Cookies.Single(found => found.Key is not "lti-probe");
        world.Browser.Cookies.Remove(other.Key);
        world.Browser.Cookies[cookie.Key] = other.Value;

        (await world.PostLaunchAsync(one["state"], world.MessageFor(one).ToToken())).ShouldBeTurnedAwayWith(LaunchErrors.StateUsed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(21)]
    [InlineData(23)]
    [InlineData(3_000)]
    public async Task A_cookie_of_another_length(int length)
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();
        var name = world.Browser.Cookies.Keys.Single(key => key is not "lti-probe");
        world.Browser.Cookies[name] = new string('A', length);

        (await world.PostLaunchAsync(login["state"], world.MessageFor(login).ToToken())).ShouldBeTurnedAwayWith(LaunchErrors.StateUsed);
    }

    [Theory]
    [InlineData("cut short")]
    [InlineData("without signature")]
    [InlineData("with another's content")]
    [InlineData("with another's signature")]
    [InlineData("longer than any")]
    [InlineData("of dots")]
    [InlineData("in small letters")]
    [InlineData("of another installation")]
    public async Task A_state_that_is_not_ours(string what)
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();
        var (state, other) = (login["state"], (await world.LogInAsync())["state"]);
        string[] mine = state.Split('.'), theirs = other.Split('.');
        var changed = what switch
        {
            "cut short" => state[..^1],
            "without signature" => $"{mine[0]}.{mine[1]}.",
            "with another's content" => $"{mine[0]}.{theirs[1]}.{mine[2]}",
            "with another's signature" => $"{mine[0]}.{mine[1]}.{theirs[2]}",
            "longer than any" => state + new string('A', 17_000),
            "of dots" => "..",
            "in small letters" => state.ToLowerInvariant(),
            _ => $"{mine[0][..^4]}AAAA.{mine[1]}.{mine[2]}",
        };

        (await world.PostLaunchAsync(changed, world.MessageFor(login).ToToken())).ShouldBeTurnedAwayWith(LaunchErrors.StateInvalid);
    }

    [Fact]
    public async Task A_state_that_is_too_old()
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();
        world.Time.Advance(TimeSpan.FromMinutes(11));

        (await world.PostLaunchAsync(login["state"], world.MessageFor(login).ToToken())).ShouldBeTurnedAwayWith(LaunchErrors.StateExpired);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_mix_up_of_two_platforms_that_both_are_registered(bool saysOurIssuer, bool saysOurKey)
    {
        // A login at the honest platform is answered by the other one, which signs with its own key whatever it writes.
        await using var world = await World.StartAsync();
        await using var evil = await TestPlatform.StartAsync();
        evil.PublishedKeys.Clear();
        evil.PublishedKeys.Add(TestKeys.Stranger);
        world.Tool.Platforms.All.Add(evil.Registration() with { Id = PlatformId.New(world.Time), Issuer = "https://evil.example", ClientId = "client-2" });
        var login = await world.LogInAsync();

        var message = world.MessageFor(login).SignedWith(TestKeys.Stranger, saysOurKey ? TestKeys.First.KeyId : null);
        if (!saysOurIssuer)
            message.With("iss", "https://evil.example").With("aud", "client-2");

        (await world.PostLaunchAsync(login["state"], message.ToToken())).ShouldBeTurnedAwayWith(saysOurKey ? LaunchErrors.SignatureInvalid : LaunchErrors.KeyUnknown);
    }

    [Fact]
    public async Task A_deployment_of_the_other_platform()
    {
        await using var world = await World.StartAsync();
        world.Tool.Platforms.All.Add(world.Platform with { Id = PlatformId.New(world.Time), ClientId = "client-2", Deployments = ["deployment-2"] });

        (await world.LaunchAsync(message => message.WithLti("deployment_id", "deployment-2"))).ShouldBeTurnedAwayWith(LaunchErrors.DeploymentUnknown);
    }
}

file static class OtherBrowsers
{
    public static async Task<AuthorizationRequest> LogInWithAsync(this World world, Browser browser)
    {
        using var response = await browser.PostAsync("/lti/login", World.LoginForm());
        return new AuthorizationRequest(response.Headers.Location!);
    }

    public static async Task<Outcome> PostLaunchWithAsync(this World world, Browser browser, string state, string token)
    {
        using var response = await browser.PostAsync("/lti/launch", new Dictionary<string, string>(StringComparer.Ordinal) { ["state"] = state, ["id_token"] = token });
        return new Outcome((int)response.StatusCode, response.Headers.Location?.OriginalString, world.Tool.Handler.Launch, world.Tool.Handler.Error);
    }
}
