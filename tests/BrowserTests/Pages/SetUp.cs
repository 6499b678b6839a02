using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Pages;

/// <summary>A link that nobody has set up yet, and the form of a new reflection.</summary>
internal sealed class SetUp(IFrame frame)
{
    public Task ShouldBeNotReadyAsync() => Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("is not ready yet");

    public async Task ChooseNewReflectionAsync()
    {
        await frame.GetByRole(AriaRole.Link, new() { Name = "A new reflection" }).ClickAsync();
        await Title.WaitForAsync();
    }

    public ILocator Title => frame.GetByLabel("Title", new() { Exact = true });

    public ILocator Points => frame.GetByLabel("Points", new() { Exact = true });

    public ILocator Due => frame.GetByLabel("Due");

    public ILocator Closes => frame.GetByLabel("Closes");

    public Task CreateAsync() => frame.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();

    public Task SaveAsync() => frame.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
}
