using Microsoft.Playwright;

namespace BrowserTests.Drivers;

/// <summary>What somebody sits in front of.</summary>
internal sealed record Screen
{
    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 900;

    public bool HasScript { get; init; } = true;

    public BrowserNewContextOptions ToOptions() => new()
    {
        ViewportSize = new() { Width = Width, Height = Height },
        JavaScriptEnabled = HasScript,
        Locale = "en-US",
        ColorScheme = ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
    };
}
