using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PracticeLms.Tests.Drivers;

/// <summary>A tool as an LMS sees it: a key set, and somebody who asks for tokens and posts scores.</summary>
internal sealed class Tool : IAsyncDisposable
{
    public const string ScoreType = "application/vnd.ims.lis.v1.score+json";
    private const string Ags = "https://purl.imsglobal.org/spec/lti-ags/scope/";

    // One for all tests: making a key costs more than most of them.
    private static readonly RSA Key = RSA.Create(2048);

    private readonly WebApplication app;
    private Lms lms = null!;
    private string? token;

    private Tool()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/.well-known/jwks.json", () => Results.Text(KeySet(), "application/json"));
    }

    public Uri Address => new(app.Urls.First());

    public static async Task<Tool> StartAsync()
    {
        var tool = new Tool();
        await tool.app.StartAsync();
        return tool;
    }

    public void Meet(Lms met) => lms = met;

    /// <summary>A good assertion, but for what <paramref name="spoil"/> does to it.</summary>
    public string Assertion(Action<JsonObject>? spoil = null)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = "mentor-course",
            ["sub"] = "mentor-course",
            ["aud"] = $"{lms.Url}/lti/token",
            ["iat"] = now - 5,
            ["exp"] = now + 60,
            ["jti"] = RandomNumberGenerator.GetHexString(16),
        };
        spoil?.Invoke(claims);
        var credentials = new SigningCredentials(new RsaSecurityKey(Key) { KeyId = "only" }, SecurityAlgorithms.RsaSha256);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(claims.ToJsonString(), credentials);
    }

    public Task<HttpResponseMessage> AskForTokenAsync(string? assertion = null) =>
        lms.PostAsync("/lti/token", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion ?? Assertion(),
            ["scope"] = $"{Ags}score {Ags}result.readonly {Ags}lineitem",
        });

    public async Task RenewTokenAsync()
    {
        var answer = await ReadAsync(await AskForTokenAsync());
        token = answer["access_token"]!.GetValue<string>();
    }

    public async Task<HttpResponseMessage> CallAsync(HttpMethod method, string url, string? accept = null, HttpContent? body = null)
    {
        if (token is null) await RenewTokenAsync();

        using var request = new HttpRequestMessage(method, url) { Content = body };
        request.Headers.Authorization = new("Bearer", token);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return await lms.Http.SendAsync(request);
    }

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    public Task<HttpResponseMessage> PostScoreAsync(string person, decimal? given, DateTimeOffset at, string? comment = null, Action<JsonObject>? change = null)
    {
        var score = new JsonObject
        {
            ["userId"] = person,
            ["timestamp"] = at.ToString("O"),
            ["activityProgress"] = "Completed",
            ["gradingProgress"] = "FullyGraded",
        };
        if (given is not null) (score["scoreGiven"], score["scoreMaximum"]) = (given, 20);
        if (comment is not null) score["comment"] = comment;
        change?.Invoke(score);
        return PostScoreAsync(score.ToJsonString(), ScoreType);
    }

    public Task<HttpResponseMessage> PostScoreAsync(string body, string contentType)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return CallAsync(HttpMethod.Post, ColumnUrl("/scores"), body: content);
    }

    public async Task<JsonNode> ResultOfAsync(string person)
    {
        var url = ColumnUrl("/results");
        url += (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + $"user_id={person}";
        var answer = await CallAsync(HttpMethod.Get, url, "application/vnd.ims.lis.v2.resultcontainer+json");
        return (await ReadAsync(answer))[0]!;
    }

    public string ColumnUrl(string part) =>
        $"{lms.Campus.Manner.LineItemPath(lms.Course.Id, lms.Column.Id)}{part}{lms.Campus.Manner.Query}";

    public ValueTask DisposeAsync() => app.DisposeAsync();

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
