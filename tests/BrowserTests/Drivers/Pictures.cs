using Microsoft.Playwright;

namespace BrowserTests.Drivers;

/// <summary>Pictures for a person to look at. <c>eng/pictures</c> says where they go; without it none are taken.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PICTURES");
    private static readonly string? ReadmeFolder = Environment.GetEnvironmentVariable("README_PICTURES");

    public static bool AreWanted => Folder is not null;

    public static async Task TakeAsync(IPage page, string name)
    {
        if (Folder is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>A picture of the README: the upper part of a page, down to what matters.</summary>
    public static async Task TakeForReadmeAsync(IPage page, string name, int height)
    {
        if (ReadmeFolder is null) return;

        await page.SetViewportSizeAsync(1280, height);
        await page.ScreenshotAsync(new() { Path = Path.Combine(ReadmeFolder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        await page.SetViewportSizeAsync(1280, 900);
    }
}
