using System.Buffers.Text;
using System.Security.Cryptography;
using Benchmarks.Processes;

namespace Benchmarks.Launches;

/// <summary>The driver's own LMS: a key, and the key set that the tool fetches once.</summary>
internal sealed class LaunchPlatform : IAsyncDisposable
{
    public const string KeyId = "bench-1";

    private readonly WebApplication server;
    private readonly RSAParameters privateKey;

    private LaunchPlatform(WebApplication app, Uri address, RSAParameters key) => (server, privateKey, Registration) = (app, key, Registration.At(address));

    public Registration Registration { get; }

    public static async Task<LaunchPlatform> StartAsync()
    {
        using var rsa = RSA.Create(2_048);
        var key = rsa.ExportParameters(includePrivateParameters: true);
        var address = FreePort.Address();
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
        await app.StartAsync();
        return new LaunchPlatform(app, address, key);
    }

    /// <summary>A key for one worker: OpenSSL's keys are cheaper where no two threads share one.</summary>
    public RSA OwnKey() => RSA.Create(privateKey);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
