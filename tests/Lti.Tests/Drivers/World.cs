using Lti.Grades;
using Lti.Hosting;
using Lti.Keys;
using Lti.Launching;
using Lti.Platforms;
using Lti.Services;
using Microsoft.AspNetCore.WebUtilities;

namespace Lti.Tests.Drivers;

/// <summary>A platform, a tool that it is registered with, and a person's browser.</summary>
internal sealed class World : IAsyncDisposable
{
    public required TestPlatform Lms { get; init; }

    public required TestTool Tool { get; init; }

    public required Browser Browser { get; init; }

    public Platform Platform => Tool.Platforms.All[0];

    public ManualTime Time => Tool.Time;

    public GradeService Grades => Tool.Get<GradeService>();

    public ServiceTokens Tokens => Tool.Get<ServiceTokens>();

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<World> StartAsync(LmsFamily family = LmsFamily.Unknown, Action<LtiOptions>? configure = null)
    {
        var lms = await TestPlatform.StartAsync();
        var tool = await TestTool.StartAsync(configure, await TestTool.KeysWithOneMadeAsync());
        tool.Platforms.All.Add(lms.Registration(family));
        return new World { Lms = lms, Tool = tool, Browser = new Browser(tool) };
    }

    /// <summary>The parameters of a complete login initiation.</summary>
    public static Dictionary<string, string> LoginForm() => new(StringComparer.Ordinal)
    {
        ["iss"] = TestPlatform.Issuer,
        ["client_id"] = TestPlatform.ClientId,
        ["login_hint"] = "hint/3",
        ["lti_message_hint"] = """{"cmid":7}""",
        ["target_link_uri"] = "https://tool.example/",
        ["lti_deployment_id"] = "deployment-1",
    };

    /// <summary>Logs in and returns what the platform's authorisation end point would be asked.</summary>
    public async Task<AuthorizationRequest> LogInAsync(Dictionary<string, string>? form = null)
    {
        using var response = await Browser.PostAsync("/lti/login", form ?? LoginForm());
        ((int)response.StatusCode).ShouldBe(302, Tool.Handler.Error?.Code);
        return new AuthorizationRequest(response.Headers.Location!);
    }

    /// <summary>The right message for a login.</summary>
    public LaunchMessage MessageFor(AuthorizationRequest login) => new(TestPlatform.Issuer, TestPlatform.ClientId, login["nonce"], Time.GetUtcNow());

    /// <summary>Logs in and launches, with a message that a test may have spoilt.</summary>
    public async Task<Outcome> LaunchAsync(Func<LaunchMessage, LaunchMessage>? change = null)
    {
        var login = await LogInAsync();
        var message = MessageFor(login);
        return await PostLaunchAsync(login["state"], (change?.Invoke(message) ?? message).ToToken());
    }

    public Task<Outcome> PostLaunchAsync(string state, string idToken) =>
        PostLaunchAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["state"] = state, ["id_token"] = idToken });

    public async Task<Outcome> PostLaunchAsync(Dictionary<string, string> form)
    {
        using var response = await Browser.PostAsync("/lti/launch", form);
        var status = (int)response.StatusCode;
        return new Outcome(
            status, response.Headers.Location?.OriginalString, status == 302 ? Tool.Handler.Launch : null, status == 302 ? null : Tool.Handler.Error);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Tool.DisposeAsync();
        await Lms.DisposeAsync();
    }
}

internal sealed record AuthorizationRequest(Uri Address)
{
    public string this[string name] => QueryHelpers.ParseQuery(Address.Query)[name].ToString();
}

internal sealed record Outcome(int Status, string? Location, LtiLaunch? Launch, LaunchError? Error)
{
    public LtiLaunch ShouldBeAccepted()
    {
        Error.ShouldBeNull(Error?.Code);
        Status.ShouldBe(302);
        Location.ShouldBe("/s/session-1/");
        return Launch.ShouldNotBeNull();
    }

    public LaunchError ShouldBeRefusedWith(LaunchError expected)
    {
        Launch.ShouldBeNull("the launch was accepted");
        Error.ShouldNotBeNull();
        Error.Code.ShouldBe(expected.Code);
        Status.ShouldBe(expected.Status);
        return Error;
    }
}
