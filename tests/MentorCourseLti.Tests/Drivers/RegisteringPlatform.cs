using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>An LMS that registers tools by dynamic registration, as Moodle does it, or in a way that a test writes down.</summary>
public sealed class RegisteringPlatform : IAsyncDisposable
{
    public const string Token = "a-token-of-the-lms";

    private const string ToolMember = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    private readonly WebApplication app;

    private RegisteringPlatform(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    /// <summary>What it says of itself; a test may change it.</summary>
    public Action<JsonObject> Configure { get; set; } = _ => { };

    /// <summary>What it answers to a registration; a test may change it.</summary>
    public Action<JsonObject> Answer { get; set; } = _ => { };

    public int Status { get; set; } = 200;

    /// <summary>What tools posted, in order.</summary>
    public IList<(string? Authorization, JsonObject Body)> Posted { get; } = [];

    public static async Task<RegisteringPlatform> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(FreePort.Address().GetLeftPart(UriPartial.Authority));
        var platform = new RegisteringPlatform(builder.Build());
        platform.app.MapGet("/openid", () => Results.Text(platform.Configuration().ToJsonString(), "application/json"));
        platform.app.MapGet("/elsewhere", () => Results.Redirect("/openid"));
        platform.app.MapPost("/register", platform.RegisterAsync);
        await platform.app.StartAsync();
        return platform;
    }

    /// <summary>As the LMS opens the tool's registration address in a frame.</summary>
    public Task<Page> OpensAsync(Browser browser, string invitation, string configuration = "/openid") => browser.GetAsync(new Uri(
        $"{invitation}&openid_configuration={Uri.EscapeDataString(configuration.StartsWith('/') ? Url + configuration : configuration)}&registration_token={Token}"));

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private JsonObject Configuration()
    {
        var configuration = new JsonObject
        {
            ["issuer"] = Url,
            ["authorization_endpoint"] = $"{Url}/auth",
            ["token_endpoint"] = $"{Url}/token",
            ["jwks_uri"] = $"{Url}/certs",
            ["registration_endpoint"] = $"{Url}/register",
            ["scopes_supported"] = new JsonArray(
                "openid", "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem", "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly", "https://purl.imsglobal.org/spec/lti-ags/scope/score"),
            ["https://purl.imsglobal.org/spec/lti-platform-configuration"] = new JsonObject { ["product_family_code"] = "moodle", ["version"] = "4.1" },
        };
        Configure(configuration);
        return configuration;
    }

    private async Task<IResult> RegisterAsync(HttpRequest request)
    {
        var body = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        Posted.Add((request.Headers.Authorization, body));
        var answer = body.DeepClone().AsObject();
        answer["client_id"] = "client-1";
        answer[ToolMember]!["deployment_id"] = "7";
        Answer(answer);
        return Results.Text(answer.ToJsonString(), "application/json", statusCode: Status);
    }
}
