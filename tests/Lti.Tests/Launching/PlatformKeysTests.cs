using Lti.Launching;
using Lti.Tests.Drivers;
using Microsoft.AspNetCore.Http;

namespace Lti.Tests.Launching;

public sealed class PlatformKeysTests
{
    [Fact]
    public async Task A_key_set_is_read_once()
    {
        await using var world = await World.StartAsync();

        (await world.LaunchAsync()).ShouldBeAccepted();
        (await world.LaunchAsync()).ShouldBeAccepted();

        world.Lms.KeySetRequests.ShouldBe(1);
    }

    [Fact]
    public async Task A_new_key_is_found_without_a_restart()
    {
        await using var world = await World.StartAsync();
        (await world.LaunchAsync()).ShouldBeAccepted();
        world.Lms.PublishedKeys.Add(TestKeys.Second);
        world.Time.Advance(TimeSpan.FromSeconds(10));

        (await world.LaunchAsync(message => message.SignedWith(TestKeys.Second))).ShouldBeAccepted();

        world.Lms.KeySetRequests.ShouldBe(2);
    }

    [Fact]
    public async Task An_unknown_kid_fetches_at_most_every_ten_seconds()
    {
        await using var world = await World.StartAsync();
        for (var i = 0; i < 5; i++)
            (await world.LaunchAsync(message => message.WithHeader("kid", "made-up"))).ShouldBeRefusedWith(LaunchErrors.KeyUnknown);
        world.Lms.KeySetRequests.ShouldBe(1);

        world.Time.Advance(TimeSpan.FromSeconds(10));
        (await world.LaunchAsync(message => message.WithHeader("kid", "made-up"))).ShouldBeRefusedWith(LaunchErrors.KeyUnknown);

        world.Lms.KeySetRequests.ShouldBe(2);
    }

    [Fact]
    public async Task Known_keys_work_while_the_key_set_is_down()
    {
        await using var world = await World.StartAsync();
        (await world.LaunchAsync()).ShouldBeAccepted();
        world.Lms.OnKeySet = http => http.Response.SayAsync(503, "text/plain", "down");
        world.Time.Advance(TimeSpan.FromHours(2));

        (await world.LaunchAsync()).ShouldBeAccepted();
        (await world.LaunchAsync()).ShouldBeAccepted();
    }

    [Fact]
    public async Task A_platform_that_cannot_be_reached_is_refused_and_says_so()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnKeySet = http => http.Response.SayAsync(503, "text/plain", "down");

        (await world.LaunchAsync()).ShouldBeRefusedWith(LaunchErrors.KeysUnreachable).Message.ShouldContain("could not be reached");
        world.Lms.OnKeySet = null;
        world.Time.Advance(TimeSpan.FromSeconds(10));
        (await world.LaunchAsync()).ShouldBeAccepted();
    }

    [Fact]
    public async Task A_withdrawn_key_stops_working_after_the_hourly_refresh()
    {
        await using var world = await World.StartAsync();
        (await world.LaunchAsync()).ShouldBeAccepted();
        world.Lms.PublishedKeys.Clear();
        world.Lms.PublishedKeys.Add(TestKeys.Second);
        world.Time.Advance(TimeSpan.FromMinutes(61));

        // This one refreshes behind itself.
        (await world.LaunchAsync()).ShouldBeAccepted();
        Outcome last = null!;
        await Eventually.Is(async () => (last = await world.LaunchAsync()).Error is not null, "the withdrawn key is refused");

        last.ShouldBeRefusedWith(LaunchErrors.KeyUnknown);
        world.Lms.KeySetRequests.ShouldBe(2);
    }

    [Fact]
    public async Task Many_launches_at_once_share_one_fetch()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnKeySet = async http =>
        {
            await Task.Delay(200);
            await http.Response.WriteAsJsonAsync(new { keys = new[] { TestKeys.Jwk(TestKeys.First) } });
        };
        var logins = new List<AuthorizationRequest>();
        for (var i = 0; i < 8; i++)
            logins.Add(await world.LogInAsync());
        var cookies = string.Join("; ", world.Browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

        var statuses = await Task.WhenAll(logins.Select(async login =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, world.Tool.Address + "/lti/launch");
            request.Headers.Add("Cookie", cookies);
            request.Content = new FormUrlEncodedContent([new("state", login["state"]), new("id_token", world.MessageFor(login).ToToken())]);
            using var response = await http.SendAsync(request, World.Cancel);
            return (int)response.StatusCode;
        }));

        statuses.ShouldAllBe(status => status == 302);
        world.Lms.KeySetRequests.ShouldBe(1);
    }

    [Fact]
    public async Task Keys_of_no_use_are_passed_over()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnKeySet = http => http.Response.WriteAsJsonAsync(new
        {
            keys = new[]
            {
                new { kty = "EC", crv = "P-256", kid = "ec", x = "AA", y = "AA" },
                new { kty = "RSA", use = "enc", kid = TestKeys.First.KeyId, n = "AQAB", e = "AQAB" },
                new { kty = "RSA", kid = "short", n = "AQAB", e = "AQAB" },
                new { kty = "RSA", kid = "broken", n = "!", e = "?" },
                TestKeys.Jwk(TestKeys.First),
            },
        });

        (await world.LaunchAsync()).ShouldBeAccepted();
    }

    [Theory]
    [InlineData("<html>maintenance</html>")]
    [InlineData("")]
    [InlineData("[]")]
    public async Task A_key_set_that_is_none_counts_as_unreachable(string body)
    {
        await using var world = await World.StartAsync();
        world.Lms.OnKeySet = http => http.Response.SayAsync(200, "application/json", body);

        (await world.LaunchAsync()).ShouldBeRefusedWith(LaunchErrors.KeysUnreachable);
    }

    [Fact]
    public async Task A_key_set_that_is_too_large_counts_as_unreachable()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnKeySet = http => http.Response.SayAsync(200, "application/json", $$"""{"keys":[],"x":"{{new string('x', 300_000)}}"}""");

        (await world.LaunchAsync()).ShouldBeRefusedWith(LaunchErrors.KeysUnreachable);
    }

    [Fact]
    public async Task A_key_set_that_redirects_is_not_followed()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnKeySet = http =>
        {
            http.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        };

        (await world.LaunchAsync()).ShouldBeRefusedWith(LaunchErrors.KeysUnreachable);
        world.Lms.ServiceRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_platform_on_a_private_address_is_not_called_unless_allowed()
    {
        await using var world = await World.StartAsync(configure: options => options.AllowPrivateNetworks = false);

        // Plain http.
        (await world.LaunchAsync()).ShouldBeRefusedWith(LaunchErrors.KeysUnreachable);
        // https: the address is refused when it is connected to.
        world.Tool.Platforms.All[0] = world.Platform with { JwksUri = new Uri(world.Platform.JwksUri.AbsoluteUri.Replace("http:", "https:", StringComparison.Ordinal)) };
        (await world.LaunchAsync()).ShouldBeRefusedWith(LaunchErrors.KeysUnreachable);

        world.Lms.KeySetRequests.ShouldBe(0);
    }

    [Fact]
    public async Task An_edited_key_set_address_is_used_at_once()
    {
        await using var world = await World.StartAsync();
        (await world.LaunchAsync()).ShouldBeAccepted();
        world.Lms.OnService = (_, http) => http.Response.WriteAsJsonAsync(new { keys = new[] { TestKeys.Jwk(TestKeys.Second) } });
        world.Tool.Platforms.All[0] = world.Platform with { JwksUri = world.Lms.At("/new-jwks") };

        (await world.LaunchAsync(message => message.SignedWith(TestKeys.Second))).ShouldBeAccepted();
        (await world.LaunchAsync()).ShouldBeRefusedWith(LaunchErrors.KeyUnknown);
    }
}
