using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Benchmarks.Processes;
using MentorCourseLti.Commands.Samples;

namespace Benchmarks.Launches;

/// <summary>The driver's own LMS: a key, and the key set that the tool fetches once.</summary>
internal sealed class LaunchPlatform : IAsyncDisposable
{
    public const string KeyId = "bench-1";

    private readonly WebApplication server;
    private readonly RSAParameters privateKey;
    private int rostersRead;

    private LaunchPlatform(WebApplication app, Uri address, RSAParameters key) => (server, privateKey, Registration) = (app, key, Registration.At(address));

    public Registration Registration { get; }

    public static async Task<LaunchPlatform> StartAsync()
    {
        using var rsa = RSA.Create(2_048);
        var key = rsa.ExportParameters(includePrivateParameters: true);
        var address = FreePort.Address("localhost");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        var app = builder.Build();
        app.MapGet("/lti/jwks", () => Results.Json(new
        {
            keys = new[]
            {
                new { kty = "RSA", use = "sig", alg = "RS256", kid = KeyId, n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) },
            },
        }));
        var platform = new LaunchPlatform(app, address, key);
        app.MapPost("/lti/token", () => Results.Json(new { access_token = "bench", token_type = "Bearer", expires_in = 3600 }));
        app.MapGet("/mod/lti/services.php/CourseSection/{course:int}/bindings/1/memberships", (int course) => Results.Text(platform.RosterOf(course), "application/vnd.ims.lti-nrps.v2.membershipcontainer+json"));
        await app.StartAsync();
        return platform;
    }

    /// <summary>Who is in a course, as NRPS writes it; none before the bench says.</summary>
    public Func<int, IEnumerable<(string Subject, string Name)>>? Members { get; set; }

    public int RostersRead => rostersRead;

    private string RosterOf(int course)
    {
        var members = (Members?.Invoke(course) ?? []).Select(member => new
        {
            user_id = member.Subject,
            status = "Active",
            roles = new[] { "Learner" },
            name = member.Name,
            email = $"{member.Subject}@example.edu",
        });
        string roster = JsonSerializer.Serialize(new { id = $"{Registration.Issuer}/{course}", context = new { id = SampleNames.Context(course) }, members });
        Interlocked.Increment(ref rostersRead);
        return roster;
    }

    /// <summary>A key for one worker: OpenSSL's keys are cheaper where no two threads share one.</summary>
    public RSA OwnKey() => RSA.Create(privateKey);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
