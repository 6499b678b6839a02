using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Pages;

/// <summary>An instructor's list of a reflection's submissions, and an attempt beside its rubric.</summary>
internal sealed class Assess(IFrame frame)
{
    // A promise that never comes has no limit of its own.
    private static readonly TimeSpan LongestWalk = TimeSpan.FromSeconds(20);

    public async Task GradeFirstAsync()
    {
        await frame.Locator(".bar-next a").ClickAsync();
        await OverallComment.WaitForAsync();
    }

    public async Task GradeFirstByKeyAsync()
    {
        await frame.Locator(".bar-next a").PressAsync("Enter");
        await ReadyAsync();
    }

    public Task<string> HeadingAsync() => frame.Locator("h1").InnerTextAsync();

    /// <summary>Presses a key that leads to another attempt. Returns how long that took to stand there, in milliseconds.</summary>
    public async Task<double> WalkAsync(string key)
    {
        string here = await HeadingAsync();
        await frame.EvaluateAsync(
            """
            here => {
              addEventListener('keydown', () => { window.pressed = performance.now() }, { once: true, capture: true })
              window.shown = new Promise(resolve => {
                const watch = new MutationObserver(() => {
                  if (document.querySelector('h1')?.innerText === here) return
                  watch.disconnect()
                  requestAnimationFrame(() => resolve(performance.now() - window.pressed))
                })
                watch.observe(document.body, { childList: true, subtree: true })
              })
            }
            """,
            here);
        await frame.Page.Keyboard.PressAsync(key);
        double waited = await frame.EvaluateAsync<double>("() => window.shown").WaitAsync(LongestWalk);
        await ReadyAsync();
        return waited;
    }

    /// <summary>Out of the field that was typed in: its letters are letters, elsewhere they are keys.</summary>
    public Task LeaveFieldAsync() => frame.EvaluateAsync("() => document.activeElement.blur()");

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
        await ReadyAsync();
        foreach (char level in levels)
        {
            await frame.Page.Keyboard.PressAsync($"{level}");
            await frame.Page.Keyboard.PressAsync("j");
        }
    }

    /// <summary>The script has arrived when it points at the criterion that the keys are for.</summary>
    private Task ReadyAsync() => frame.Locator("[data-criterion][data-current]").WaitForAsync();

    public async Task ReleaseAsync()
    {
        await frame.Locator("button[value=release]").ClickAsync();
        await Expect(frame.GetByRole(AriaRole.Status).First).ToContainTextAsync("eleased");
    }

    public Task SaveDraftAsync() => frame.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
}
