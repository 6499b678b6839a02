using Lti.Launching;
using Lti.Tests.Drivers;

namespace Lti.Tests.Launching;

/// <summary>Launches that do not belong to a login of ours, or come a second time.</summary>
public sealed class RefusedLaunchTests
{
    [Fact]
    public async Task Launch_is_refused_when_nonce_was_seen_before()
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();
        var token = world.MessageFor(login).ToToken();
        var cookies = new Dictionary<string, string>(world.Browser.Cookies, StringComparer.Ordinal);
        (await world.PostLaunchAsync(login["state"], token)).ShouldBeAccepted();

        // Somebody who could copy everything, cookie included.
        foreach (var (name, value) in cookies)
            world.Browser.Cookies[name] = value;
        var again = await world.PostLaunchAsync(login["state"], token);

        again.ShouldBeRefusedWith(LaunchErrors.NonceReplayed);
    }

    [Fact]
    public async Task Launch_is_refused_in_words_when_it_is_reloaded()
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();
        var token = world.MessageFor(login).ToToken();
        (await world.PostLaunchAsync(login["state"], token)).ShouldBeAccepted();

        var again = await world.PostLaunchAsync(login["state"], token);

        again.ShouldBeRefusedWith(LaunchErrors.StateUsed).RetryInNewTab.ShouldBeNull();
    }

    [Fact]
    public async Task Launch_is_refused_when_the_application_does_not_want_it()
    {
        await using var world = await World.StartAsync();
        world.Tool.Handler.Refusal = new LaunchError { Code = "app.closed", Message = "Closed.", Status = 403 };

        (await world.LaunchAsync()).ShouldBeRefusedWith(world.Tool.Handler.Refusal);
    }

    [Fact]
    public async Task Launch_is_refused_when_the_login_is_older_than_ten_minutes()
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();
        world.Time.Advance(TimeSpan.FromSeconds(601));

        var outcome = await world.PostLaunchAsync(login["state"], world.MessageFor(login).ToToken());

        outcome.ShouldBeRefusedWith(LaunchErrors.StateExpired);
    }

    [Fact]
    public async Task Launch_is_refused_without_state()
    {
        await using var world = await World.StartAsync();

        var outcome = await world.PostLaunchAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["id_token"] = "x" });

        outcome.ShouldBeRefusedWith(LaunchErrors.StateMissing);
    }

    [Theory]
    [InlineData("made-up")]
    [InlineData("not base64url!")]
    public async Task Launch_is_refused_when_the_state_is_not_ours(string state)
    {
        await using var world = await World.StartAsync();

        (await world.PostLaunchAsync(state, "x")).ShouldBeRefusedWith(LaunchErrors.StateInvalid);
    }

    [Fact]
    public async Task Launch_is_refused_when_a_character_of_the_state_was_changed()
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();
        var state = login["state"];
        var changed = state[..40] + (state[40] == 'A' ? 'B' : 'A') + state[41..];

        (await world.PostLaunchAsync(changed, world.MessageFor(login).ToToken())).ShouldBeRefusedWith(LaunchErrors.StateInvalid);
    }

    [Fact]
    public async Task Launch_is_refused_when_the_registration_was_removed_meanwhile()
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();
        var token = world.MessageFor(login).ToToken();
        world.Tool.Platforms.All.Clear();

        (await world.PostLaunchAsync(login["state"], token)).ShouldBeRefusedWith(LaunchErrors.PlatformUnknown);
    }

    [Fact]
    public async Task An_unknown_deployment_is_recorded_and_refused()
    {
        await using var world = await World.StartAsync();

        var outcome = await world.LaunchAsync(message => message.WithLti("deployment_id", "deployment-9"));

        outcome.ShouldBeRefusedWith(LaunchErrors.DeploymentUnknown);
        world.Tool.Platforms.Pending.ShouldBe(["deployment-9"]);
    }

    [Fact]
    public async Task A_deployment_is_not_recorded_on_a_strangers_word()
    {
        await using var world = await World.StartAsync();

        await world.LaunchAsync(message => message.WithLti("deployment_id", "deployment-9").SignedWith(TestKeys.Stranger, kid: TestKeys.First.KeyId));

        world.Tool.Platforms.Pending.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_that_the_platform_posts_is_shown_to_the_browser_that_logged_in()
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();

        var outcome = await world.PostLaunchAsync(PlatformError(login["state"]));

        var error = outcome.ShouldBeRefusedWith(LaunchErrors.PlatformError);
        error.Message.ShouldContain("You are not enrolled");
        // What is logged names nobody.
        error.Detail.ShouldBe("access_denied");
    }

    [Fact]
    public async Task An_error_that_somebody_else_posts_does_not_write_on_our_page()
    {
        await using var world = await World.StartAsync();

        var outcome = await world.PostLaunchAsync(PlatformError("made-up"));

        outcome.ShouldBeRefusedWith(LaunchErrors.PlatformError).Message.ShouldBe(LaunchErrors.PlatformError.Message);
    }

    private static Dictionary<string, string> PlatformError(string state) => new(StringComparer.Ordinal)
    {
        ["error"] = "access_denied",
        ["error_description"] = "You are not enrolled",
        ["state"] = state,
    };
}
