using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Pages;

/// <summary>The files that go with a text.</summary>
internal sealed class Files(IFrame frame)
{
    public ILocator Names => frame.Locator(".files .file-name");

    public ILocator Pictures => frame.Locator(".files img");

    public ILocator Error => frame.Locator("#file-error");

    private ILocator Chooser => frame.GetByLabel("Add pictures, PDFs, slides or documents");

    public Task AddAsync(params FilePayload[] files) => Chooser.SetInputFilesAsync(files);

    public Task RemoveAsync(string name) => frame.GetByRole(AriaRole.Button, new() { Name = $"Remove {name}" }).PressAsync("Enter");

    public Task ShouldBeAsync(params string[] names) => Expect(Names).ToHaveTextAsync(names);

    /// <summary>A picture and a PDF of what is on the screen.</summary>
    public static async Task<(FilePayload Picture, FilePayload Pdf)> OfAsync(IPage page) => (
        new() { Name = "whiteboard.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() },
        new() { Name = "reading list.pdf", MimeType = "application/pdf", Buffer = await page.PdfAsync() });
}
