using System.Collections.Concurrent;
using System.Text.Json;
using Lti.Platforms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Lti.Tests.Drivers;

/// <summary>A platform over real HTTP: key set, token end point and gradebook services, with the manners that a test gives it.</summary>
internal sealed class TestPlatform : IAsyncDisposable
{
    public const string Issuer = "https://lms.example";
    public const string ClientId = "client-1";

    private readonly WebApplication _app;

    private TestPlatform(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public List<RsaSecurityKey> PublishedKeys { get; } = [TestKeys.First];

    /// <summary>Answers the key set differently.</summary>
    public Func<HttpContext, Task>? OnKeySet { get; set; }

    /// <summary>Answers token requests differently; gets the form.</summary>
    public Func<HttpContext, IFormCollection, Task>? OnToken { get; set; }

    /// <summary>Answers service calls; 404 when it is not set.</summary>
    public Func<ServiceRequest, HttpContext, Task>? OnService { get; set; }

    public int KeySetRequests;

    public ConcurrentQueue<Dictionary<string, string>> TokenRequests { get; } = [];

    public ConcurrentQueue<ServiceRequest> ServiceRequests { get; } = [];

    public static async Task<TestPlatform> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var platform = new TestPlatform(app);
        app.Map("/jwks", platform.AnswerKeySetAsync);
        app.Map("/token", platform.AnswerTokenAsync);
        app.MapFallback(platform.AnswerServiceAsync);
        await app.StartAsync();
        return platform;
    }

    public Uri At(string path) => new(Address + path);

    public Platform Registration(LmsFamily family = LmsFamily.Unknown) => new()
    {
        Id = new PlatformId(Guid.Parse("01890000-0000-7000-8000-000000000001")),
        Name = "Test LMS",
        Issuer = Issuer,
        ClientId = ClientId,
        AuthorizationEndpoint = new Uri("https://lms.example/auth?from=lti"),
        TokenEndpoint = At("/token"),
        JwksUri = At("/jwks"),
        Deployments = ["deployment-1"],
        Family = family,
    };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerKeySetAsync(HttpContext http)
    {
        Interlocked.Increment(ref KeySetRequests);
        if (OnKeySet is not null)
            await OnKeySet(http);
        else
            await http.Response.WriteAsJsonAsync(new { keys = PublishedKeys.Select(TestKeys.Jwk) });
    }

    private async Task AnswerTokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        TokenRequests.Enqueue(form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal));
        if (OnToken is not null)
            await OnToken(http, form);
        else
            await GrantAsync(http, form["scope"]!);
    }

    public Task GrantAsync(HttpContext http, string scope, int expiresIn = 3600, string contentType = "application/json") =>
        http.Response.SayAsync(200, contentType, JsonSerializer.Serialize(new
        {
            access_token = $"token-{TokenRequests.Count}",
            token_type = "Bearer",
            expires_in = expiresIn,
            scope,
        }));

    private async Task AnswerServiceAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var request = new ServiceRequest(
            http.Request.Method,
            http.Request.Path + http.Request.QueryString,
            http.Request.Headers.Accept.ToString(),
            http.Request.ContentType,
            http.Request.Headers.Authorization.ToString(),
            http.Request.Headers.UserAgent.ToString(),
            await reader.ReadToEndAsync());
        ServiceRequests.Enqueue(request);
        if (OnService is not null)
            await OnService(request, http);
        else
            http.Response.StatusCode = 404;
    }
}

internal sealed record ServiceRequest(
    string Method, string Path, string Accept, string? ContentType, string Authorization, string UserAgent, string Body)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
}

internal static class Saying
{
    public static Task SayAsync(this HttpResponse response, int status, string contentType, string body)
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        return response.WriteAsync(body);
    }
}
