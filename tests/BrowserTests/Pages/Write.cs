using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Pages;

/// <summary>A mentor's page of a reflection: written on, then handed in, then graded.</summary>
internal sealed class Write(IFrame frame)
{
    /// <summary>The editor; without script the text field itself.</summary>
    public ILocator Editor => frame.GetByRole(AriaRole.Textbox, new() { Name = "Your reflection" });

    public ILocator State => frame.Locator("[data-save-state]");

    public ILocator Restored => frame.Locator("[data-restored]");

    public ILocator Conflict => frame.Locator("[data-conflict-notice]");

    /// <summary>Waits for the editor, which arrives after the page.</summary>
    public Task ReadyAsync() => frame.Locator(".ProseMirror").WaitForAsync();

    public async Task TypeAsync(string text)
    {
        await ReadyAsync();
        await Editor.ClickAsync();
        await Editor.PressAsync("Control+End");
        await Editor.PressSequentiallyAsync(text);
    }

    public Task ShouldBeSavedAsync() => Expect(State).ToContainTextAsync("· saved ");

    public Task ShouldSayAsync(string words) => Expect(State).ToContainTextAsync(words);

    public Task SaveAsync() => frame.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();

    public Task GoOnWithMineAsync() => frame.GetByRole(AriaRole.Button, new() { Name = "Go on with the text I see here" }).ClickAsync();

    public async Task LookOverAsync()
    {
        await frame.GetByRole(AriaRole.Button, new() { Name = "Look it over and hand in" }).PressAsync("Enter");
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "This is what your instructor will see" })).ToBeVisibleAsync();
    }

    public async Task HandInAsync()
    {
        await LookOverAsync();
        // By key: the frame may be growing under the mouse.
        await frame.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).PressAsync("Enter");
        await Expect(Chip).ToHaveTextAsync("Handed in");
    }

    public async Task TakeBackAsync()
    {
        await frame.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        // By key: the frame may be growing under the mouse.
        await frame.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Take it back" }).PressAsync("Enter");
        await Expect(Chip).ToHaveTextAsync("Draft");
    }

    public ILocator Chip => frame.Locator("header .chip");

    /// <summary>What was written, as it is shown after it was handed in.</summary>
    public ILocator Text => frame.Locator("[data-passages-text] > .written");

    public ILocator Score => frame.Locator(".score");

    public ILocator Feedback => frame.GetByRole(AriaRole.Region, new() { Name = "Feedback" });

    public ILocator ChosenLevels => frame.Locator(".rubric .level").Filter(new() { HasText = "(chosen)" });
}
