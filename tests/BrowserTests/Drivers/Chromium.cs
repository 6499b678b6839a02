using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace BrowserTests.Drivers;

/// <summary>Debian's Chromium, one for all tests. Everybody in a test has a profile of their own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ConcurrentBag<TempFolder> profiles = [];
    private IPlaywright? playwright;

    internal IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }

    /// <summary>
    /// A private window for each: it keeps no cookies and no storage of frames from other sites but partitioned cookies.
    /// An everyday profile keeps both, partitioned by the page around the frame; it costs a browser of its own.
    /// </summary>
    internal async Task<IBrowserContext> OpenAsync(Screen screen)
    {
        if (screen.IsPrivate) return await Browser.NewContextAsync(screen.ToOptions());

        var profile = new TempFolder();
        profiles.Add(profile);
        // Debian builds Chromium with other sites' storage blocked; most people's browsers allow it.
        Directory.CreateDirectory(profile.File("Default"));
        await File.WriteAllTextAsync(profile.File("Default/Preferences"), Preferences(screen.NoCookies));
        return await playwright!.Chromium.LaunchPersistentContextAsync(profile.Path, new()
        {
            ExecutablePath = Executable,
            Args = Arguments,
            ViewportSize = screen.Size,
            JavaScriptEnabled = screen.HasScript,
            Locale = "en-US",
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        playwright?.Dispose();
        foreach (var profile in profiles) profile.Dispose();
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

    private static string Executable => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    // Chromium's sandbox does not start for root, as whom containers run.
    private static string[] Arguments => Environment.IsPrivilegedProcess ? [.. Flags, "--no-sandbox"] : Flags;
}
