using Microsoft.Playwright;

namespace BrowserTests.Drivers;

/// <summary>What somebody sits in front of.</summary>
internal sealed record Screen
{
    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 900;

    public bool HasScript { get; init; } = true;

    public BrowserKind Browser { get; init; }

    /// <summary>Where the person has forbidden the tool its cookies: in an everyday profile, by the browser's own settings.</summary>
    public NoCookies NoCookies { get; init; }

    public static Screen Without(NoCookies cookies) => new() { Browser = BrowserKind.Everyday, NoCookies = cookies };

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

internal enum BrowserKind
{
    /// <summary>The engine without a desktop browser around it, which needs a quarter of the time. It lets frames from other sites keep what they like.</summary>
    Bare,

    /// <summary>A private window: it keeps no cookies and no storage of frames from other sites but partitioned cookies.</summary>
    PrivateWindow,

    /// <summary>An everyday profile: it keeps both, partitioned by the page around the frame. It costs a browser of its own.</summary>
    Everyday,
}

/// <summary>Where a browser keeps no cookies of the tool, not even partitioned ones.</summary>
internal enum NoCookies
{
    Nowhere,
    InFrames,
    Anywhere,
}
