using System.Net;
using System.Text.Json.Nodes;
using Lti.Launching;
using Lti.Platforms;
using Lti.Tests.Drivers;
using Microsoft.IdentityModel.Tokens;

namespace Lti.Tests.Launching;

/// <summary>What an attacker, a clumsy platform or a tired browser sends.</summary>
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
    public Task Launch_is_refused_from_another_issuer() =>
        Refused(LaunchErrors.IssuerMismatch, message => message.With("iss", "https://other.example"));

    [Fact]
    public Task Launch_is_refused_for_another_audience() =>
        Refused(LaunchErrors.AudienceMismatch, message => message.With("aud", "client-2"));

    [Fact]
    public Task Launch_is_refused_for_several_audiences_without_authorised_party() =>
        Refused(LaunchErrors.AuthorizedPartyMismatch, message => message.With("aud", new JsonArray(TestPlatform.ClientId, "other")));

    [Fact]
    public Task Launch_is_refused_for_another_authorised_party() =>
        Refused(LaunchErrors.AuthorizedPartyMismatch, message => message.With("azp", "other"));

    [Fact]
    public async Task Launch_is_refused_when_it_answers_another_platforms_login()
    {
        // The mix-up: a state made for one registration, a message rightly signed by another.
        await using var world = await World.StartAsync();
        world.Tool.Platforms.All.Add(world.Platform with { Id = PlatformId.New(world.Time), Issuer = "https://evil.example", ClientId = "client-2" });
        var login = await world.LogInAsync();

        var outcome = await world.PostLaunchAsync(login["state"], world.MessageFor(login).With("iss", "https://evil.example").With("aud", "client-2").ToToken());

        outcome.ShouldBeRefusedWith(LaunchErrors.IssuerMismatch);
    }

    [Fact]
    public async Task Launch_is_refused_once_it_has_expired()
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();
        var token = world.MessageFor(login).ToToken();
        world.Time.Advance(TimeSpan.FromSeconds(121));

        (await world.PostLaunchAsync(login["state"], token)).ShouldBeRefusedWith(LaunchErrors.Expired);
    }

    [Fact]
    public async Task Launch_is_refused_when_it_is_older_than_its_login()
    {
        await using var world = await World.StartAsync();
        var now = world.Time.GetUtcNow().ToUnixTimeSeconds();

        (await world.LaunchAsync(message => message.With("iat", now - 120).With("exp", now + 3600))).ShouldBeRefusedWith(LaunchErrors.IssuedTooLongAgo);
    }

    [Fact]
    public async Task Launch_is_refused_before_its_time()
    {
        await using var world = await World.StartAsync();
        var now = world.Time.GetUtcNow().ToUnixTimeSeconds();

        (await world.LaunchAsync(message => message.With("nbf", now + 90))).ShouldBeRefusedWith(LaunchErrors.NotYetValid);
        (await world.LaunchAsync(message => message.With("iat", now + 10).With("exp", now + 5))).ShouldBeRefusedWith(LaunchErrors.NotYetValid);
    }

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("1e300")]
    [InlineData("-1")]
    [InlineData("null")]
    public Task Launch_is_refused_when_exp_is_no_date(string exp) =>
        Refused(LaunchErrors.TimestampsMissing, message => message.With("exp", JsonNode.Parse(exp)));

    [Fact]
    public Task Launch_is_refused_without_nonce() =>
        Refused(LaunchErrors.NonceMissing, message => message.Without("nonce"));

    [Fact]
    public Task Launch_is_refused_with_another_logins_nonce() =>
        Refused(LaunchErrors.NonceMismatch, message => message.With("nonce", "another-logins-nonce"));

    [Fact]
    public Task Launch_is_refused_when_a_stranger_signed_it() =>
        Refused(LaunchErrors.SignatureInvalid, message => message.SignedWith(TestKeys.Stranger, kid: TestKeys.First.KeyId));

    [Fact]
    public Task Launch_is_refused_when_it_was_changed_after_signing() =>
        Refused(LaunchErrors.SignatureInvalid, message => message.WithToken(token =>
        {
            var parts = token.Split('.');
            return $"{parts[0]}.{Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("user-3", "user-4", StringComparison.Ordinal))}.{parts[2]}";
        }));

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("RS512")]
    [InlineData("rs256")]
    [InlineData(null)]
    public Task Launch_is_refused_with_another_algorithm(string? algorithm) =>
        Refused(LaunchErrors.AlgorithmNotAllowed, message => message.WithHeader("alg", algorithm));

    [Fact]
    public Task Launch_is_refused_without_signature() =>
        Refused(LaunchErrors.TokenMalformed, message => message.WithToken(token => token[..(token.LastIndexOf('.') + 1)]));

    [Fact]
    public Task Launch_is_refused_when_a_claim_stands_twice() =>
        Refused(LaunchErrors.TokenMalformed, message => message.WithPayload(json => json[..^1] + ""","sub":"somebody-else"}"""));

    [Fact]
    public Task Launch_is_refused_when_its_JSON_is_a_tower() =>
        Refused(LaunchErrors.TokenMalformed, message => message.WithPayload(json => $$"""{{json[..^1]}},"x":{{new string('[', 500)}}{{new string(']', 500)}}}"""));

    [Theory]
    [InlineData("\\ud800")]
    public Task Launch_is_refused_when_a_text_is_no_Unicode(string text) =>
        Refused(LaunchErrors.ClaimMalformed, message => message.WithPayload(json => json.Replace("user-3", text, StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d.e")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9")]
    [InlineData("W10.W10.W10")]
    public async Task Launch_is_refused_when_the_token_is_rubbish(string token)
    {
        await using var world = await World.StartAsync();
        var login = await world.LogInAsync();

        var outcome = await world.PostLaunchAsync(login["state"], token);

        outcome.ShouldBeRefusedWith(token.Length == 0 ? LaunchErrors.TokenMissing : LaunchErrors.TokenMalformed);
    }

    [Fact]
    public Task Launch_is_refused_when_the_token_is_longer_than_any_launch() =>
        Refused(LaunchErrors.TokenMalformed, message => message.With("padding", new string('x', 90_000)));

    [Fact]
    public Task Launch_is_refused_when_it_leads_elsewhere() =>
        Refused(LaunchErrors.TargetElsewhere, message => message.WithLti("target_link_uri", "https://tool.example.evil.example/"));

    [Fact]
    public Task Launch_is_refused_without_target() =>
        Refused(LaunchErrors.TargetMissing, message => message.WithoutLti("target_link_uri"));

    [Fact]
    public Task Launch_is_refused_when_the_message_is_of_an_unknown_type() =>
        Refused(LaunchErrors.MessageTypeUnsupported, message => message.WithLti("message_type", "LtiStartProctoring"));

    [Fact]
    public Task Launch_is_refused_when_an_id_is_longer_than_255_characters() =>
        Refused(LaunchErrors.ClaimMalformed, message => message.With("sub", new string('s', 256)));

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
        error.Detail.ShouldBe("access_denied: You are not enrolled");
    }

    [Fact]
    public async Task An_error_that_somebody_else_posts_does_not_write_on_our_page()
    {
        await using var world = await World.StartAsync();

        var outcome = await world.PostLaunchAsync(PlatformError("made-up"));

        outcome.ShouldBeRefusedWith(LaunchErrors.PlatformError).Message.ShouldBe(LaunchErrors.PlatformError.Message);
    }

    [Fact]
    public async Task A_launch_address_opened_by_hand_is_explained()
    {
        await using var world = await World.StartAsync();

        using var response = await world.Browser.GetAsync("/lti/launch?id_token=x");

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        world.Tool.Handler.Error!.Code.ShouldBe("launch.not-posted");
    }

    [Fact]
    public async Task Bodies_that_are_no_form_are_answered_400()
    {
        await using var world = await World.StartAsync();
        HttpContent[] bodies =
        [
            new StringContent("{}", System.Text.Encoding.UTF8, "application/json"),
            new MultipartFormDataContent { { new StringContent("x"), "state" } },
            new ByteArrayContent([1, 2, 3]),
            new FormUrlEncodedContent([new("state", new string('x', 300_000))]),
            new FormUrlEncodedContent(Enumerable.Range(0, 200).Select(i => KeyValuePair.Create($"key{i}", "x"))),
        ];

        foreach (var body in bodies)
        {
            using var response = await world.Browser.PostAsync("/lti/launch", body);

            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            world.Tool.Handler.Error!.Code.ShouldBe("lti.request-malformed");
        }
    }

    [Fact]
    public async Task A_body_that_does_not_say_how_long_it_is_is_limited_too()
    {
        await using var world = await World.StartAsync();
        using var endless = new StreamContent(new MemoryStream(new byte[400_000]));
        endless.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        endless.Headers.ContentLength = null;

        using var response = await world.Browser.PostAsync("/lti/launch", endless);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "state=%FF%FE%00&id_token=%C3%28&state=2")]
    [InlineData("application/x-www-form-urlencoded", "state=%FF%FE%00&id_token=%C3%28")]
    [InlineData("application/x-www-form-urlencoded;;;", "state=x")]
    [InlineData("application/x-www-form-urlencoded; charset=none-such", "state=%zz&=&&&id_token")]
    public async Task Wrong_encodings_are_no_crash(string contentType, string text)
    {
        await using var world = await World.StartAsync();
        using var body = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(text));
        body.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await world.Browser.PostAsync("/lti/launch", body);

        ((int)response.StatusCode).ShouldBe(400);
    }

    private static Dictionary<string, string> PlatformError(string state) => new(StringComparer.Ordinal)
    {
        ["error"] = "access_denied",
        ["error_description"] = "You are not enrolled",
        ["state"] = state,
    };

    private static async Task Refused(LaunchError expected, Func<LaunchMessage, LaunchMessage> spoil)
    {
        await using var world = await World.StartAsync();

        (await world.LaunchAsync(spoil)).ShouldBeRefusedWith(expected);
    }
}
