using Microsoft.Playwright;

namespace BrowserTests.Pages;

/// <summary>The pages of a mentoring log.</summary>
internal sealed class LogPages(IFrame frame)
{
    public ILocator From => frame.GetByLabel("From");

    public ILocator To => frame.GetByLabel("To", new() { Exact = true });

    public ILocator Others => frame.Locator("#others");

    public ILocator Did => frame.GetByLabel("What did you do?");

    public ILocator PutBack => frame.Locator("[data-kept-back]");

    public ILocator Offline => frame.Locator("[data-kept-offline]");

    public ILocator Length => frame.Locator("#length");

    public async Task ChooseAsync()
    {
        await frame.GetByRole(AriaRole.Link, new() { Name = "A mentoring log" }).ClickAsync();
        await frame.GetByLabel("Goal in hours").WaitForAsync();
    }

    public async Task CreateAsync()
    {
        await frame.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await frame.GetByRole(AriaRole.Heading, new() { Name = "No entries wait" }).WaitForAsync();
    }

    public async Task BeginAsync()
    {
        await frame.GetByRole(AriaRole.Link, new() { Name = "Log a session" }).ClickAsync();
        await Did.WaitForAsync();
    }

    public async Task FillAsync(string day, string from, string to, string who, string did)
    {
        await frame.GetByLabel("Date").FillAsync(day);
        await From.FillAsync(from);
        await To.FillAsync(to);
        await Others.FillAsync(who);
        await Did.FillAsync(did);
    }

    public Task LogAsync() => frame.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();

    public ILocator Logged => frame.GetByText("once all is approved");
}
