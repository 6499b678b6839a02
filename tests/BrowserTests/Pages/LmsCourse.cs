using Microsoft.Playwright;

namespace BrowserTests.Pages;

/// <summary>The practice LMS's page of a course.</summary>
internal sealed class LmsCourse(IPage page)
{
    public async Task AddLinkAsync(string title, int points)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a link to the tool" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByLabel("It has a column in the gradebook").CheckAsync();
        await page.GetByLabel("Points").FillAsync($"{points}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the link" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 2 }).WaitForAsync();
    }

    public Task OpenHereAsync(string link) => page.GetByRole(AriaRole.Link, new() { Name = $"Open here: {link}" }).ClickAsync();

    public Task OpenInTabAsync(string link) => InTab(link).ClickAsync();

    public async Task<string> AddressInTabAsync(string link) => (await InTab(link).GetAttributeAsync("href"))!;

    private ILocator InTab(string link) => page.GetByRole(AriaRole.Link, new() { Name = $"Open in a new tab: {link}" });
}
