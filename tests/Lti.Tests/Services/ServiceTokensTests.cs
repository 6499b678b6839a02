using Lti.Grades;
using Lti.Keys;
using Lti.Services;
using Lti.Tests.Drivers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Lti.Tests.Services;

public sealed class ServiceTokensTests
{
    private static readonly string[] All = [AgsScopes.LineItem, AgsScopes.LineItemReadOnly, AgsScopes.ResultReadOnly, AgsScopes.Score];

    [Fact]
    public async Task A_token_is_asked_for_with_a_signed_assertion()
    {
        await using var world = await World.StartAsync();

        (await GetAsync(world)).ShouldBeOfType<ServiceAnswer<ServiceToken>.Ok>().Value.Value.ShouldBe("token-1");

        var form = world.Lms.TokenRequests.Single();
        form["grant_type"].ShouldBe("client_credentials");
        form["client_assertion_type"].ShouldBe("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form["scope"].Split(' ').ShouldBe(All, ignoreOrder: true);

        var published = new JsonWebKeySet(System.Text.Encoding.UTF8.GetString((await world.Tool.Get<ToolKeys>().PublishedAsync(World.Cancel)).Span));
        var checkedToken = await new JsonWebTokenHandler().ValidateTokenAsync(form["client_assertion"], new TokenValidationParameters
        {
            ValidIssuer = TestPlatform.ClientId,
            ValidAudience = world.Platform.TokenEndpoint.AbsoluteUri,
            IssuerSigningKeys = published.Keys,
            ValidAlgorithms = ["RS256"],
        });
        checkedToken.IsValid.ShouldBeTrue(checkedToken.Exception?.Message);
        var assertion = (JsonWebToken)checkedToken.SecurityToken;
        assertion.Subject.ShouldBe(TestPlatform.ClientId);
        assertion.Id.ShouldNotBeEmpty();
        assertion.Kid.ShouldNotBeEmpty();
        // Moodle has no leeway for an iat of the future.
        assertion.IssuedAt.ShouldBeLessThan(world.Time.GetUtcNow().UtcDateTime.AddSeconds(-5));
    }

    [Fact]
    public async Task Every_assertion_has_its_own_id()
    {
        await using var world = await World.StartAsync();
        await GetAsync(world);
        world.Time.Advance(TimeSpan.FromHours(1));
        await GetAsync(world);

        world.Lms.TokenRequests.Select(form => new JsonWebToken(form["client_assertion"]).Id).ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_token_is_kept_until_shortly_before_it_expires()
    {
        await using var world = await World.StartAsync();

        await GetAsync(world);
        world.Time.Advance(TimeSpan.FromSeconds(3600 - 61));
        await GetAsync(world);
        world.Lms.TokenRequests.Count.ShouldBe(1);

        world.Time.Advance(TimeSpan.FromSeconds(2));
        await GetAsync(world);
        world.Lms.TokenRequests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Twenty_courses_that_start_at_once_share_one_request()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnToken = async (http, form) =>
        {
            await Task.Delay(100);
            await world.Lms.GrantAsync(http, form["scope"]!);
        };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GetAsync(world)));

        world.Lms.TokenRequests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_stop_the_others()
    {
        await using var world = await World.StartAsync();
        var enough = new TaskCompletionSource();
        world.Lms.OnToken = async (http, form) =>
        {
            await enough.Task;
            await world.Lms.GrantAsync(http, form["scope"]!);
        };
        using var impatient = new CancellationTokenSource();

        var given = world.Tokens.GetAsync(world.Platform, AgsScopes.Score, All, impatient.Token);
        var patient = GetAsync(world);
        await impatient.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await given);
        enough.SetResult();
        (await patient).ShouldBeOfType<ServiceAnswer<ServiceToken>.Ok>();
        world.Lms.TokenRequests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Moodles_JSON_that_calls_itself_HTML_is_read()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnToken = (http, form) => world.Lms.GrantAsync(http, form["scope"]!, contentType: "text/html; charset=utf-8");

        (await GetAsync(world)).ShouldBeOfType<ServiceAnswer<ServiceToken>.Ok>();
    }

    [Theory]
    [InlineData("""{"access_token":"t","expires_in":"3600"}""")]
    [InlineData("""{"access_token":"t"}""")]
    [InlineData("""{"access_token":"t","token_type":"bearer","expires_in":3600.5,"scope":null,"extra":{}}""")]
    public async Task Answers_that_say_less_are_read(string json)
    {
        await using var world = await World.StartAsync();
        world.Lms.OnToken = (http, _) => http.Response.SayAsync(200, "application/json", json);

        // No scope means all that was asked for (RFC 6749, 5.1).
        (await GetAsync(world)).ShouldBeOfType<ServiceAnswer<ServiceToken>.Ok>().Value.Scopes.Contains(AgsScopes.Score).ShouldBeTrue();
    }

    [Fact]
    public async Task A_scope_that_was_not_granted_is_a_refusal_in_words()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnToken = (http, _) => world.Lms.GrantAsync(http, AgsScopes.ResultReadOnly);

        var refused = (await GetAsync(world)).ShouldBeOfType<ServiceAnswer<ServiceToken>.Refused>();

        refused.Status.ShouldBe(403);
        refused.Reason.ShouldContain(AgsScopes.Score);
    }

    [Fact]
    public async Task A_scope_to_write_is_enough_to_read()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnToken = (http, _) => world.Lms.GrantAsync(http, AgsScopes.LineItem);

        (await world.Tokens.GetAsync(world.Platform, AgsScopes.LineItemReadOnly, All, World.Cancel)).ShouldBeOfType<ServiceAnswer<ServiceToken>.Ok>();
    }

    [Fact]
    public async Task A_platform_that_refuses_the_whole_for_one_scope_is_asked_for_the_needed_one()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnToken = (http, form) => form["scope"].ToString().Contains(' ', StringComparison.Ordinal)
            ? http.Response.SayAsync(400, "application/json", """{"error":"invalid_scope"}""")
            : world.Lms.GrantAsync(http, form["scope"]!);

        (await GetAsync(world)).ShouldBeOfType<ServiceAnswer<ServiceToken>.Ok>();
        (await GetAsync(world)).ShouldBeOfType<ServiceAnswer<ServiceToken>.Ok>();

        // Asked once, and remembered.
        world.Lms.TokenRequests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_names_the_error_for_the_administrator()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnToken = (http, _) => http.Response.SayAsync(401, "application/json", """{"error":"invalid_client","error_description":"Unknown <b>key</b>"}""");

        var refused = (await GetAsync(world)).ShouldBeOfType<ServiceAnswer<ServiceToken>.Refused>();

        refused.Status.ShouldBe(401);
        refused.Reason.ShouldContain("invalid_client");
        refused.Body.ShouldBe("Unknown key");
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_token_address_that_is_down_is_tried_later(int status)
    {
        await using var world = await World.StartAsync();
        world.Lms.OnToken = (http, _) =>
        {
            http.Response.Headers.RetryAfter = "7";
            return http.Response.SayAsync(status, "text/html", "<h1>Down</h1>");
        };

        var later = (await GetAsync(world)).ShouldBeOfType<ServiceAnswer<ServiceToken>.TryLater>();

        later.Status.ShouldBe(status);
        later.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        world.Lms.OnToken = null;
        (await GetAsync(world)).ShouldBeOfType<ServiceAnswer<ServiceToken>.Ok>();
    }

    [Fact]
    public async Task A_page_for_people_instead_of_a_token_is_tried_later()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnToken = (http, _) => http.Response.SayAsync(200, "text/html", "<html>maintenance</html>");

        (await GetAsync(world)).ShouldBeOfType<ServiceAnswer<ServiceToken>.TryLater>();
    }

    [Fact]
    public async Task A_platform_that_does_not_listen_is_tried_later()
    {
        await using var world = await World.StartAsync();
        var platform = world.Platform with { TokenEndpoint = new Uri("http://127.0.0.1:1/token") };

        var later = (await world.Tokens.GetAsync(platform, AgsScopes.Score, All, World.Cancel)).ShouldBeOfType<ServiceAnswer<ServiceToken>.TryLater>();

        later.Status.ShouldBeNull();
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_allowed()
    {
        await using var world = await World.StartAsync(configure: options => options.AllowPrivateNetworks = false);
        var platform = world.Platform with { TokenEndpoint = new Uri("https://localhost:1/token") };

        var refused = (await world.Tokens.GetAsync(platform, AgsScopes.Score, All, World.Cancel)).ShouldBeOfType<ServiceAnswer<ServiceToken>.Refused>();

        refused.Status.ShouldBe(0);
        refused.Reason.ShouldContain("AllowPrivateNetworks");
    }

    [Fact]
    public async Task A_dropped_token_is_asked_for_again_but_not_its_successor()
    {
        await using var world = await World.StartAsync();
        var first = (await GetAsync(world)).ShouldBeOfType<ServiceAnswer<ServiceToken>.Ok>().Value;

        world.Tokens.Drop(first);
        (await GetAsync(world)).ShouldBeOfType<ServiceAnswer<ServiceToken>.Ok>().Value.Value.ShouldBe("token-2");
        world.Tokens.Drop(first);
        await GetAsync(world);

        world.Lms.TokenRequests.Count.ShouldBe(2);
    }

    private static Task<ServiceAnswer<ServiceToken>> GetAsync(World world) =>
        world.Tokens.GetAsync(world.Platform, AgsScopes.Score, All, World.Cancel).AsTask();
}
