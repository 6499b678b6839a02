using Microsoft.Playwright;

namespace BrowserTests.Drivers;

/// <summary>What somebody sits in front of.</summary>
internal sealed record Screen
{
    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 900;

    public bool HasScript { get; init; } = true;

    /// <summary>Whether it is a private window, which every test gets that does not ask for an everyday profile.</summary>
    public bool IsPrivate { get; init; } = true;

    /// <summary>Where the person has forbidden the tool its cookies: in an everyday profile, by the browser's own settings.</summary>
    public NoCookies NoCookies { get; init; }

    public static Screen Without(NoCookies cookies) => new() { IsPrivate = false, NoCookies = cookies };

    public ViewportSize Size => new() { Width = Width, Height = Height };

    public BrowserNewContextOptions ToOptions() => new()
    {
        ViewportSize = Size,
        JavaScriptEnabled = HasScript,
        Locale = "en-US",
        ColorScheme = ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
    };
}

/// <summary>Where a browser keeps no cookies of the tool, not even partitioned ones.</summary>
internal enum NoCookies
{
    Nowhere,
    InFrames,
    Anywhere,
}
