using Lti.Hosting;
using Lti.Keys;
using Lti.Keys.Internal;
using Lti.Platforms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.AspNetCore.DataProtection;

namespace Lti.Tests.Drivers;

/// <summary>A tool that is nothing but the library, over real HTTP. Its public address is not the one it listens on, as behind a proxy.</summary>
internal sealed class TestTool : IAsyncDisposable
{
    public const string PublicUrl = "https://tool.example";

    private readonly WebApplication _app;

    private TestTool(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public MemoryPlatforms Platforms { get; private init; } = new();

    public MemoryToolKeys ToolKeys { get; private init; } = new();

    public RecordingHandler Handler { get; private init; } = new();

    public ManualTime Time { get; private init; } = new();

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<TestTool> StartAsync(Action<LtiOptions>? configure = null, MemoryToolKeys? sharedKeys = null, ManualTime? sharedTime = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var time = sharedTime ?? new ManualTime();
        var platforms = new MemoryPlatforms();
        var keys = sharedKeys ?? new MemoryToolKeys();
        var handler = new RecordingHandler();
        builder.Services.AddLti(options =>
        {
            options.PublicUrl = new Uri(PublicUrl);
            options.AllowPrivateNetworks = true;
            configure?.Invoke(options);
        });
        builder.Services.AddSingleton<IDataProtectionProvider>(SharedKeyRing);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddScoped<IPlatformStore>(_ => platforms);
        builder.Services.AddScoped<IToolKeyStore>(_ => keys);
        builder.Services.AddScoped<ILaunchHandler>(_ => handler);
        var app = builder.Build();
        app.MapLti();
        await app.StartAsync();
        return new TestTool(app) { Platforms = platforms, ToolKeys = keys, Handler = handler, Time = time };
    }

    /// <summary>Making a key takes long: a store that has one already.</summary>
    public static async Task<MemoryToolKeys> KeysWithOneMadeAsync()
    {
        var keys = new MemoryToolKeys();
        await keys.AddAsync(MadeBefore.Value, CancellationToken.None);
        return keys;
    }

    /// <summary>Nodes of one installation share their key ring; in memory, so tests leave nothing behind.</summary>
    private static EphemeralDataProtectionProvider SharedKeyRing { get; } = new();

    private static readonly Lazy<ToolKey> MadeBefore = new(() => new KeyMaking(SharedKeyRing, TimeProvider.System).Make());

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
