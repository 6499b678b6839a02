using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>An LMS that launches whatever a test writes down: for the messages that the practice LMS never sends.</summary>
public sealed class SignedPlatform : IAsyncDisposable
{
    public const string Claim = "https://purl.imsglobal.org/spec/lti/claim/";
    public const string Learner = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    public const string Instructor = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";

    public const string Assistant = "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant";

    private static readonly RSA Key = RSA.Create(2048);

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

    private readonly WebApplication app;
    private readonly Uri tool;

    private SignedPlatform(WebApplication app, Uri tool) => (this.app, this.tool) = (app, tool);

    public string Url => app.Urls.First();

    public static async Task<SignedPlatform> StartAsync(ToolHost tool)
    {
        var platform = await StartOnFreshPortAsync(tool);
        await tool.RegisterAsync(
        [
            "--issuer", platform.Url, "--client-id", "signed", "--authorization", $"{platform.Url}/authorize", "--token", $"{platform.Url}/token", "--jwks", $"{platform.Url}/jwks", "--deployment", "1",
        ]);
        return platform;
    }

    /// <summary>A port that came back from an earlier story would bring that story's platform, with its course.</summary>
    private static async Task<SignedPlatform> StartOnFreshPortAsync(ToolHost tool)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var platform = new SignedPlatform(builder.Build(), tool.Address);
        platform.app.MapGet("/jwks", () => Results.Text(KeySet(), "application/json"));
        await platform.app.StartAsync();
        if (Known.TryAdd(platform.Url, true))
            return platform;
        // Held until another is found, so that the system gives another.
        await using (platform)
            return await StartOnFreshPortAsync(tool);
    }

    /// <summary>A launch of a learner into a course, but for what <paramref name="change"/> does to its claims.</summary>
    public async Task<Page> LaunchAsync(Browser browser, string subject, Action<JsonObject>? change = null)
    {
        var login = await browser.SendOnceAsync(new Sent(HttpMethod.Get, new Uri(tool, $"/lti/login?iss={Uri.EscapeDataString(Url)}&login_hint=x&target_link_uri={Uri.EscapeDataString(tool.ToString())}&client_id=signed")));
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(login.Location!).Query);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Url,
            ["aud"] = "signed",
            ["sub"] = subject,
            ["nonce"] = asked["nonce"].ToString(),
            ["iat"] = now,
            ["exp"] = now + 60,
            ["name"] = $"The {subject}",
            [Claim + "deployment_id"] = "1",
            [Claim + "version"] = "1.3.0",
            [Claim + "message_type"] = "LtiResourceLinkRequest",
            [Claim + "target_link_uri"] = tool.ToString(),
            [Claim + "roles"] = new JsonArray(Learner),
            [Claim + "context"] = new JsonObject { ["id"] = "wood", ["label"] = "BIO 1", ["title"] = "The wood" },
            [Claim + "resource_link"] = new JsonObject { ["id"] = "tree", ["title"] = "The tree" },
        };
        change?.Invoke(claims);
        var credentials = new SigningCredentials(new RsaSecurityKey(Key) { KeyId = "only" }, SecurityAlgorithms.RsaSha256);
        string token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(claims.ToJsonString(), credentials);
        return await browser.PostAsync(new Uri(tool, "/lti/launch"), Person.Form([("id_token", token), ("state", asked["state"].ToString())]));
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static string KeySet()
    {
        var half = Key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["kid"] = "only",
                ["e"] = Base64UrlEncoder.Encode(half.Exponent),
                ["n"] = Base64UrlEncoder.Encode(half.Modulus),
            }),
        }.ToJsonString();
    }
}
