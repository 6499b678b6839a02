using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Pages;

/// <summary>An instructor's list of a reflection's submissions, and an attempt beside its rubric.</summary>
internal sealed class Assess(IFrame frame)
{
    public async Task GradeFirstAsync()
    {
        await frame.Locator(".bar-next a").ClickAsync();
        await OverallComment.WaitForAsync();
    }

    public async Task OpenAsync(string mentor)
    {
        await frame.GetByRole(AriaRole.Link, new() { Name = mentor, Exact = true }).ClickAsync();
        await OverallComment.WaitForAsync();
    }

    public ILocator RowOf(string mentor) => frame.GetByRole(AriaRole.Row).Filter(new() { HasText = mentor });

    public ILocator OverallComment => frame.GetByLabel("Overall comment");

    public ILocator Total => frame.Locator("[data-total]");

    public ILocator Criteria => frame.Locator("[data-criterion]");

    /// <summary>As a grader does who never touches the mouse: 2 j 1 j ...</summary>
    public async Task ChooseByKeysAsync(string levels)
    {
        // The script has arrived when it points at the criterion that the keys are for.
        await frame.Locator("[data-criterion][data-current]").WaitForAsync();
        foreach (char level in levels)
        {
            await frame.Page.Keyboard.PressAsync($"{level}");
            await frame.Page.Keyboard.PressAsync("j");
        }
    }

    public async Task ReleaseAsync()
    {
        await frame.Locator("button[value=release]").ClickAsync();
        await Expect(frame.GetByRole(AriaRole.Status).First).ToContainTextAsync("eleased");
    }

    public Task SaveDraftAsync() => frame.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
}
