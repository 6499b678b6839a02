using System.Text.Json.Nodes;
using Lti.Launching;
using Lti.Platforms;
using Lti.Tests.Drivers;
using Microsoft.IdentityModel.Tokens;

namespace Lti.Tests.Launching;

/// <summary>Messages that an attacker or a clumsy platform signs.</summary>
public sealed class RefusedTokenTests
{
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
    public Task Launch_is_refused_when_it_asks_to_pick_and_does_not_say_what() =>
        Refused(LaunchErrors.DeepLinkingSettingsMissing, message => message.WithLti("message_type", LtiMessageTypes.DeepLinking));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/return")]
    [InlineData("")]
    public Task Launch_is_refused_when_what_is_picked_would_go_to_no_web_address(string address) =>
        Refused(LaunchErrors.DeepLinkingSettingsMissing, message => message.WithLti("message_type", LtiMessageTypes.DeepLinking)
            .With("https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings", new JsonObject { ["deep_link_return_url"] = address, ["accept_types"] = new JsonArray("ltiResourceLink") }));

    [Fact]
    public Task Launch_is_refused_when_an_id_is_longer_than_255_characters() =>
        Refused(LaunchErrors.ClaimMalformed, message => message.With("sub", new string('s', 256)));

    private static async Task Refused(LaunchError expected, Func<LaunchMessage, LaunchMessage> spoil)
    {
        await using var world = await World.StartAsync();

        (await world.LaunchAsync(spoil)).ShouldBeRefusedWith(expected);
    }
}
