using System.Text.Json.Nodes;
using Lti.Launching;
using Lti.Tests.Drivers;

namespace Lti.Tests.Hostile;

/// <summary>Rightly signed messages with claims that are missing, doubled, of the wrong type, or that say what must not be.</summary>
public sealed class BrokenClaimTests
{
    private const string Claim = LaunchMessage.Claim;
    private const string Deep = """{"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":{"i":{"j":{"k":{"l":{"m":{"n":{"o":{"p":{"q":1}}}}}}}}}}}}}}}}}""";

    /// <summary>What must be there, and what its absence is called. A value of the wrong type is none.</summary>
    private static readonly Dictionary<string, LaunchError> Required = new(StringComparer.Ordinal)
    {
        ["iss"] = LaunchErrors.IssuerMismatch,
        ["aud"] = LaunchErrors.AudienceMismatch,
        ["sub"] = LaunchErrors.SubjectMissing,
        ["nonce"] = LaunchErrors.NonceMissing,
        ["iat"] = LaunchErrors.TimestampsMissing,
        ["exp"] = LaunchErrors.TimestampsMissing,
        [Claim + "version"] = LaunchErrors.VersionMissing,
        [Claim + "message_type"] = LaunchErrors.MessageTypeMissing,
        [Claim + "deployment_id"] = LaunchErrors.DeploymentMissing,
        [Claim + "target_link_uri"] = LaunchErrors.TargetMissing,
        [Claim + "roles"] = LaunchErrors.RolesMissing,
        [Claim + "resource_link"] = LaunchErrors.ResourceLinkMissing,
    };

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["null"] = "null",
        ["true"] = "true",
        ["a number"] = "1.5",
        ["a text"] = "\"x\"",
        ["an empty text"] = "\"\"",
        ["an empty object"] = "{}",
        ["a list of one list"] = "[[]]",
    };

    /// <summary>Values that are of the right type after all: they are judged by what they say.</summary>
    private static readonly Dictionary<(string Claim, string Value), LaunchError?> Judged = new()
    {
        [("sub", "a text")] = null,
        [("nonce", "a text")] = LaunchErrors.NonceMismatch,
        [("iat", "a number")] = LaunchErrors.IssuedTooLongAgo,
        [("exp", "a number")] = LaunchErrors.Expired,
        [(Claim + "version", "a text")] = LaunchErrors.VersionUnsupported,
        [(Claim + "message_type", "a text")] = LaunchErrors.MessageTypeUnsupported,
        [(Claim + "deployment_id", "a text")] = LaunchErrors.DeploymentUnknown,
        [(Claim + "target_link_uri", "a text")] = LaunchErrors.TargetElsewhere,
        // No role that means anything: lowest rights.
        [(Claim + "roles", "a list of one list")] = null,
    };

    private static readonly string[] Optional =
    [
        Claim + "context", Claim + "launch_presentation", Claim + "tool_platform", Claim + "custom", Claim + "lis", "name", "email", "locale",
        "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint", "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
    ];

    private static readonly Dictionary<string, HostileCase> Sayings = new(StringComparer.Ordinal)
    {
        ["exp is endless"] = new(LaunchErrors.TimestampsMissing, message => message.With("exp", JsonNode.Parse("1e400"))),
        ["exp is negative"] = new(LaunchErrors.TimestampsMissing, message => message.With("exp", -60)),
        ["exp in milliseconds"] = new(LaunchErrors.TimestampsMissing, message => message.With("exp", 1_800_000_000_000_000)),
        ["exp as text"] = new(LaunchErrors.TimestampsMissing, message => message.With("exp", "2000000000")),
        ["iat of the year 3000"] = new(LaunchErrors.NotYetValid, message => message.With("iat", 32_503_680_000).With("exp", 32_503_680_060)),
        ["nbf of the year 3000"] = new(LaunchErrors.NotYetValid, message => message.With("nbf", 32_503_680_000)),
        ["an audience in other letters"] = new(LaunchErrors.AudienceMismatch, message => message.With("aud", TestPlatform.ClientId.ToUpperInvariant())),
        ["an audience that begins like ours"] = new(LaunchErrors.AudienceMismatch, message => message.With("aud", TestPlatform.ClientId + "0")),
        ["no audience in the list"] = new(LaunchErrors.AudienceMismatch, message => message.With("aud", new JsonArray())),
        ["two audiences without azp"] = new(LaunchErrors.AuthorizedPartyMismatch, message => message.With("aud", new JsonArray(TestPlatform.ClientId, "evil"))),
        ["two audiences, azp the other"] = new(LaunchErrors.AuthorizedPartyMismatch, message => message.With("aud", new JsonArray(TestPlatform.ClientId, "evil")).With("azp", "evil")),
        ["azp that is no text"] = new(LaunchErrors.AuthorizedPartyMismatch, message => message.With("azp", new JsonArray(TestPlatform.ClientId))),
        ["azp that is empty"] = new(LaunchErrors.AuthorizedPartyMismatch, message => message.With("azp", "")),
        ["an issuer with a slash more"] = new(LaunchErrors.IssuerMismatch, message => message.With("iss", TestPlatform.Issuer + "/")),
        ["an issuer in other letters"] = new(LaunchErrors.IssuerMismatch, message => message.With("iss", TestPlatform.Issuer.ToUpperInvariant())),
        ["version 1.3"] = new(LaunchErrors.VersionUnsupported, message => message.WithLti("version", "1.3")),
        ["version LTI-1p0"] = new(LaunchErrors.VersionUnsupported, message => message.WithLti("version", "LTI-1p0")),
        ["a message type of LTI 1.1"] = new(LaunchErrors.MessageTypeUnsupported, message => message.WithLti("message_type", "basic-lti-launch-request")),
        ["a message type in other letters"] = new(LaunchErrors.MessageTypeUnsupported, message => message.WithLti("message_type", "ltiresourcelinkrequest")),
        ["an unknown deployment"] = new(LaunchErrors.DeploymentUnknown, message => message.WithLti("deployment_id", "deployment-2")),
        ["a deployment in other letters"] = new(LaunchErrors.DeploymentUnknown, message => message.WithLti("deployment_id", "DEPLOYMENT-1")),
        ["a deployment of 256 characters"] = new(LaunchErrors.ClaimMalformed, message => message.WithLti("deployment_id", new string('d', 256))),
        ["a sub with a line break"] = new(LaunchErrors.ClaimMalformed, message => message.With("sub", "user\n3")),
        ["a sub with a NUL"] = new(LaunchErrors.ClaimMalformed, message => message.With("sub", "user\0")),
        ["a link id of 256 characters"] = new(LaunchErrors.ClaimMalformed, message => message.WithLti("resource_link", new JsonObject { ["id"] = new string('l', 256) })),
        ["a link id that is a number"] = new(LaunchErrors.ResourceLinkMissing, message => message.WithLti("resource_link", new JsonObject { ["id"] = 7 })),
        ["a context id of 256 characters"] = new(LaunchErrors.ClaimMalformed, message => message.WithLti("context", new JsonObject { ["id"] = new string('c', 256) })),
        ["half a surrogate pair"] = new(LaunchErrors.ClaimMalformed, message => message.WithPayload(json => json.Replace("user-3", "\\ud800", StringComparison.Ordinal))),
        ["half a surrogate pair in a title"] = new(LaunchErrors.ClaimMalformed, message => message.WithPayload(json => json.Replace("Week 1", "\\udc00", StringComparison.Ordinal))),
        ["JSON that is a tower"] = new(LaunchErrors.TokenMalformed, message => message.With("x", JsonNode.Parse(Deep))),
        ["JSON with something behind it"] = new(LaunchErrors.TokenMalformed, message => message.WithPayload(json => json + "{}")),
        ["JSON that ends early"] = new(LaunchErrors.TokenMalformed, message => message.WithPayload(json => json[..^9])),
        ["JSON with a comment"] = new(LaunchErrors.TokenMalformed, message => message.WithPayload(json => "/**/" + json)),
        ["JSON with a comma too many"] = new(LaunchErrors.TokenMalformed, message => message.WithPayload(json => json[..^1] + ",}")),
        ["a payload that is a list"] = new(LaunchErrors.TokenMalformed, message => message.WithPayload(json => $"[{json}]")),
        ["a payload that is a text"] = new(LaunchErrors.TokenMalformed, message => message.WithPayload(_ => "\"launch\"")),
        ["a payload of nothing"] = new(LaunchErrors.TokenMalformed, message => message.WithPayload(_ => "")),
        ["a claim inside a claim twice"] = new(LaunchErrors.TokenMalformed, message => message.WithPayload(json => json.Replace("\"id\":\"link-1\"", "\"id\":\"link-1\",\"id\":\"link-2\"", StringComparison.Ordinal))),
        ["a claim twice, once in escapes"] = new(LaunchErrors.TokenMalformed, message => message.WithPayload(json => json[..^1] + ""","\u0073ub":"user-1"}""")),

        ["a target at another host"] = Target("https://evil.example/"),
        ["a target at a host that begins like ours"] = Target("https://tool.example.evil.example/"),
        ["a target at a host that ends like ours"] = Target("https://eviltool.example/"),
        ["a target with our host as its user"] = Target("https://tool.example@evil.example/"),
        ["a target with our host and a user"] = Target("https://evil@tool.example/"),
        ["a target at another port"] = Target("https://tool.example:444/"),
        ["a target by plain http"] = Target("http://tool.example/"),
        ["a target without scheme"] = Target("//tool.example/"),
        ["a target that is a path"] = Target("/reflections"),
        ["a target that is a script"] = Target("javascript:alert(1)//https://tool.example/"),
        ["a target that is data"] = Target("data:text/html,<script>alert(1)</script>"),
        ["a target with a backslash"] = Target("https://evil.example\\@tool.example/"),
        ["a target with a tab in its host"] = Target("https://tool\t.example/"),
        ["a target at another host in other words"] = Target("https://tool.example%2eevil.example/"),
        ["a target of another scheme"] = Target("ftp://tool.example/"),
    };

    public static TheoryData<string> RequiredClaims => [.. Required.Keys];

    public static TheoryData<string, string> WrongValues => new(Required.Keys.SelectMany(claim => Values.Keys.Select(value => (claim, value))));

    public static TheoryData<string, string> OptionalValues => new(Optional.SelectMany(claim => Values.Keys.Select(value => (claim, value))));

    public static TheoryData<string> Cases => [.. Sayings.Keys];

    [Theory]
    [MemberData(nameof(RequiredClaims))]
    public Task A_claim_that_must_be_there_and_is_not(string claim) => new HostileCase(Required[claim], message => message.Without(claim)).HappensAsync();

    [Theory]
    [MemberData(nameof(RequiredClaims))]
    public Task A_claim_that_stands_twice(string claim) =>
        new HostileCase(LaunchErrors.TokenMalformed, message => message.WithPayload(json => $$"""{{json[..^1]}},"{{claim}}":"x"}""")).HappensAsync();

    [Theory]
    [MemberData(nameof(WrongValues))]
    public Task A_claim_of_another_type(string claim, string value) =>
        new HostileCase(Judged.TryGetValue((claim, value), out var judged) ? judged : Required[claim], message => message.With(claim, JsonNode.Parse(Values[value]))).HappensAsync();

    [Theory]
    [MemberData(nameof(OptionalValues))]
    public Task A_claim_that_need_not_be_there_and_is_wrong_is_as_if_it_were_not(string claim, string value) =>
        new HostileCase(Expected: null, message => message.With(claim, JsonNode.Parse(Values[value]))).HappensAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_claim_that_says_what_must_not_be(string what) => Sayings[what].HappensAsync();

    private static HostileCase Target(string address) => new(LaunchErrors.TargetElsewhere, message => message.WithLti("target_link_uri", address));
}
