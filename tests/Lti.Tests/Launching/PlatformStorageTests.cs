using System.Net;
using System.Text.RegularExpressions;
using Lti.Launching;
using Lti.Tests.Drivers;

namespace Lti.Tests.Launching;

/// <summary>Where cookies do not come back: the platform's page keeps the binding (LTI postMessage Storage 1.0), or a tab of its own opens.</summary>
public sealed class PlatformStorageTests
{
    [Fact]
    public async Task A_login_with_a_storage_target_and_no_probe_gives_the_binding_to_the_platforms_page()
    {
        await using var world = await World.StartAsync();

        var page = await world.OpenStoragePageAsync();

        page["subject"].ShouldBe("lti.put_data");
        page["target"].ShouldBe("_parent");
        page["origin"].ShouldBe(world.Platform.AuthorizationEndpoint.GetLeftPart(UriPartial.Authority));
        page["key"].ShouldMatch("^lti-[A-Za-z0-9_-]{8}$");
        page["value"].ShouldMatch("^[A-Za-z0-9_-]{22}$");
        page.Policy.ShouldContain("frame-ancestors *");
        page.Policy.ShouldContain("script-src 'sha256-");
        page.Policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task What_the_platforms_page_kept_opens_the_launch_where_no_cookie_does()
    {
        await using var world = await World.StartAsync();
        world.Browser.KeepsCookies = false;
        var kept = await world.OpenStoragePageAsync();
        var login = new AuthorizationRequest(new Uri(kept["next"]));

        var question = await world.PostToStoragePageAsync(login);
        question["subject"].ShouldBe("lti.get_data");
        question["key"].ShouldBe(kept["key"]);
        world.Tool.Handler.Launch.ShouldBeNull();

        world.Browser.Headers["Sec-Fetch-Site"] = "same-origin";
        (await world.PostLaunchAsync(question.Form(kept["value"]))).ShouldBeAccepted();
    }

    [Fact]
    public async Task The_origin_of_our_own_page_does_where_a_browser_says_no_fetch_site()
    {
        await using var world = await World.StartAsync();
        world.Browser.KeepsCookies = false;
        var kept = await world.OpenStoragePageAsync();
        var question = await world.PostToStoragePageAsync(new AuthorizationRequest(new Uri(kept["next"])));

        world.Browser.Headers["Origin"] = "https://tool.example";
        (await world.PostLaunchAsync(question.Form(kept["value"]))).ShouldBeAccepted();
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("X-None", "1")]
    public async Task A_binding_that_another_site_posts_is_no_binding(string header, string value)
    {
        // Otherwise anybody could sign others in as themselves: with a state, a token and a binding of their own.
        await using var world = await World.StartAsync();
        world.Browser.KeepsCookies = false;
        var kept = await world.OpenStoragePageAsync();
        var question = await world.PostToStoragePageAsync(new AuthorizationRequest(new Uri(kept["next"])));

        world.Browser.Headers[header] = value;
        (await world.PostLaunchAsync(question.Form(kept["value"]))).ShouldBeRefusedWith(LaunchErrors.CookieMissing);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_storage_that_knows_nothing_or_something_else_offers_a_tab(string answer)
    {
        await using var world = await World.StartAsync();
        world.Browser.KeepsCookies = false;
        var kept = await world.OpenStoragePageAsync();
        var question = await world.PostToStoragePageAsync(new AuthorizationRequest(new Uri(kept["next"])));

        world.Browser.Headers["Sec-Fetch-Site"] = "same-origin";
        (await world.PostLaunchAsync(question.Form(answer))).ShouldBeRefusedWith(LaunchErrors.CookieMissing).RetryInNewTab.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_cookie_that_does_come_back_needs_no_storage()
    {
        await using var world = await World.StartAsync();
        var kept = await world.OpenStoragePageAsync();
        var login = new AuthorizationRequest(new Uri(kept["next"]));

        (await world.PostLaunchAsync(login["state"], world.MessageFor(login).ToToken())).ShouldBeAccepted();
    }

    [Fact]
    public async Task A_browser_that_has_shown_a_cookie_is_sent_on_at_once()
    {
        await using var world = await World.StartAsync();
        await world.LogInAsync();

        await world.LogInAsync(OfferingStorage());
    }

    [Fact]
    public async Task A_tab_of_its_own_needs_no_storage()
    {
        await using var world = await World.StartAsync();
        world.Browser.Headers["Sec-Fetch-Dest"] = "document";

        await world.LogInAsync(OfferingStorage());
    }

    [Fact]
    public async Task A_storage_target_that_nobody_could_mean_is_left_alone()
    {
        await using var world = await World.StartAsync();

        await world.LogInAsync(OfferingStorage(new string('x', 101)));
    }

    [Fact]
    public async Task A_storage_target_cannot_write_on_the_page()
    {
        await using var world = await World.StartAsync();

        var page = await world.OpenStoragePageAsync("\"><script>alert(1)</script>");

        page.Text.ShouldNotContain("<script>alert");
        page["target"].ShouldBe("\"><script>alert(1)</script>");
    }

    [Fact]
    public async Task A_frame_without_a_storage_target_is_sent_on_at_once()
    {
        await using var world = await World.StartAsync();
        world.Browser.Headers["Sec-Fetch-Dest"] = "iframe";

        await world.LogInAsync();
    }

    [Fact]
    public async Task Where_nobody_answers_a_cookie_that_came_back_goes_on_with_the_platforms_hints_as_they_were()
    {
        await using var world = await World.StartAsync();
        world.Browser.Headers["Sec-Fetch-Dest"] = "iframe";
        var page = await world.OpenStoragePageAsync();

        using var answer = await world.Browser.GetAsync(new Uri(page["otherwise"]).PathAndQuery);

        ((int)answer.StatusCode).ShouldBe(302);
        var login = new AuthorizationRequest(answer.Headers.Location!);
        login["login_hint"].ShouldBe("hint/3");
        login["lti_message_hint"].ShouldBe("""{"cmid":7}""");
        (await world.PostLaunchAsync(login["state"], world.MessageFor(login).ToToken())).ShouldBeAccepted();
    }

    [Fact]
    public async Task Where_nobody_answers_and_no_cookie_came_back_a_tab_is_offered_before_the_hints_are_spent()
    {
        await using var world = await World.StartAsync();
        world.Browser.KeepsCookies = false;
        world.Browser.Headers["Sec-Fetch-Dest"] = "iframe";
        var page = await world.OpenStoragePageAsync();
        using var refused = await world.Browser.GetAsync(new Uri(page["otherwise"]).PathAndQuery);
        ((int)refused.StatusCode).ShouldBe(403);
        world.Tool.Handler.Error!.Code.ShouldBe("launch.cookie-missing");
        var tab = world.Tool.Handler.Error.RetryInNewTab.ShouldNotBeNull();

        world.Browser.KeepsCookies = true;
        world.Browser.Headers["Sec-Fetch-Dest"] = "document";
        using var login = await world.Browser.GetAsync(tab.PathAndQuery);
        ((int)login.StatusCode).ShouldBe(302);
        var request = new AuthorizationRequest(login.Headers.Location!);
        (await world.PostLaunchAsync(request["state"], world.MessageFor(request).ToToken())).ShouldBeAccepted();
    }

    [Fact]
    public async Task A_tab_without_cookies_says_that_they_are_off_and_offers_no_other_tab()
    {
        await using var world = await World.StartAsync();
        world.Browser.KeepsCookies = false;
        world.Browser.Headers["Sec-Fetch-Dest"] = "document";

        (await world.LaunchAsync()).ShouldBeRefusedWith(LaunchErrors.CookiesOff).RetryInNewTab.ShouldBeNull();
    }

    [Fact]
    public async Task Hints_that_make_no_address_go_on_to_the_platform_where_nobody_answers()
    {
        await using var world = await World.StartAsync();

        var page = await world.OpenStoragePageAsync(messageHint: new string('m', 8_000));

        page["otherwise"].ShouldBe(page["next"]);
    }

    private static Dictionary<string, string> OfferingStorage(string target = "_parent")
    {
        var form = World.LoginForm();
        form["lti_storage_target"] = target;
        return form;
    }
}

/// <summary>One of the two pages that talk with the platform's page, without their script.</summary>
internal sealed partial record StoragePage(string Text, string Policy)
{
    /// <summary>What the page tells its script.</summary>
    public string this[string name] => WebUtility.HtmlDecode(Regex.Match(Text, $" data-{name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value);

    /// <summary>What the script posts, once the platform's page has answered.</summary>
    public Dictionary<string, string> Form(string answer)
    {
        var form = Field().Matches(Text).ToDictionary(match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["value"].Value), StringComparer.Ordinal);
        form["lti_storage_value"] = answer;
        return form;
    }

    public static async Task<StoragePage> OfAsync(HttpResponseMessage response)
    {
        ((int)response.StatusCode).ShouldBe(200);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        return new(await response.Content.ReadAsStringAsync(), response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [GeneratedRegex("""name="(?<name>[a-z_]+)" value="(?<value>[^"]*)">""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Field();
}

internal static class StorageSteps
{
    public static async Task<StoragePage> OpenStoragePageAsync(this World world, string target = "_parent", string? messageHint = null)
    {
        var form = World.LoginForm();
        if (messageHint is not null)
            form["lti_message_hint"] = messageHint;
        form["lti_storage_target"] = target;
        using var response = await world.Browser.PostAsync("/lti/login", form);
        return await StoragePage.OfAsync(response);
    }

    public static async Task<StoragePage> PostToStoragePageAsync(this World world, AuthorizationRequest login)
    {
        using var response = await world.Browser.PostAsync(
            "/lti/launch",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["state"] = login["state"], ["id_token"] = world.MessageFor(login).ToToken() });
        return await StoragePage.OfAsync(response);
    }
}
