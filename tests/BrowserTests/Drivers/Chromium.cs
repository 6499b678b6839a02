using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace BrowserTests.Drivers;

/// <summary>Debian's Chromium for all tests. Everybody in a test has a profile of their own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ConcurrentBag<TempFolder> profiles = [];
    private readonly SemaphoreSlim opening = new(1);
    private IPlaywright? playwright;
    private IBrowser? bare;
    private IBrowser? whole;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        bare = await LaunchAsync(HeadlessShell);
    }

    internal async Task<IBrowserContext> OpenAsync(Screen screen) => screen.Browser switch
    {
        BrowserKind.Bare => await bare!.NewContextAsync(screen.ToOptions()),
        BrowserKind.PrivateWindow => await (await WholeAsync()).NewContextAsync(screen.ToOptions()),
        _ => await OpenProfileAsync(screen),
    };

    public async ValueTask DisposeAsync()
    {
        if (bare is not null) await bare.DisposeAsync();
        if (whole is not null) await whole.DisposeAsync();
        playwright?.Dispose();
        opening.Dispose();
        foreach (var profile in profiles) profile.Dispose();
    }

    /// <summary>Started by the first who needs it.</summary>
    private async Task<IBrowser> WholeAsync()
    {
        await opening.WaitAsync();
        try
        {
            return whole ??= await LaunchAsync(WholeBrowser);
        }
        finally
        {
            opening.Release();
        }
    }

    private Task<IBrowser> LaunchAsync(string executable) => playwright!.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Arguments });

    private async Task<IBrowserContext> OpenProfileAsync(Screen screen)
    {
        var profile = new TempFolder();
        profiles.Add(profile);
        // Debian builds Chromium with other sites' storage blocked; most people's browsers allow it.
        Directory.CreateDirectory(profile.File("Default"));
        await File.WriteAllTextAsync(profile.File("Default/Preferences"), Preferences(screen.NoCookies));
        return await playwright!.Chromium.LaunchPersistentContextAsync(profile.Path, new()
        {
            ExecutablePath = WholeBrowser,
            Args = Arguments,
            ViewportSize = screen.Size,
            JavaScriptEnabled = screen.HasScript,
            Locale = "en-US",
        });
    }

    // The tool stands at 127.0.0.1, the LMS at localhost. 2 means "block" (components/content_settings).
    private static string Preferences(NoCookies no)
    {
        string around = no is NoCookies.Anywhere ? "*" : "localhost";
        var exceptions = new Dictionary<string, object>(StringComparer.Ordinal);
        if (no is not NoCookies.Nowhere) exceptions[$"127.0.0.1,{around}"] = new { setting = 2 };
        return JsonSerializer.Serialize(new
        {
            profile = new { cookie_controls_mode = 0, block_third_party_cookies = false, content_settings = new { exceptions = new { cookies = exceptions } } },
        });
    }

    private static string WholeBrowser => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    private static string HeadlessShell => Environment.GetEnvironmentVariable("CHROMIUM_HEADLESS_SHELL") ?? "/usr/bin/chromium-headless-shell";

    // Chromium's sandbox does not start for root, as whom containers run.
    private static string[] Arguments => Environment.IsPrivilegedProcess ? [.. Flags, "--no-sandbox"] : Flags;
}
