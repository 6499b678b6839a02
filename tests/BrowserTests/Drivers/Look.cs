using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace BrowserTests.Drivers;

/// <summary>
/// Looks at a page as people with different screens do. Axe must find nothing, and nothing may be wider than the
/// screen. Where pictures are asked for, each width is photographed too, light and dark.
/// </summary>
internal sealed class Look
{
    private static readonly int[] Widths = [1280, 700, 360];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string[] Violations = ["violations"];
    private static readonly object Rules = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" } };

    private static readonly object Everything = new { runOnly = Rules, resultTypes = Violations };

    // The same words stand on the same colours at every width: that costs half the time, and is looked at once for light and once for dark.
    private static readonly object AllButContrast = new { runOnly = Rules, resultTypes = Violations, rules = new Dictionary<string, object>(StringComparer.Ordinal) { ["color-contrast"] = new { enabled = false } } };
    private static readonly object OnlyContrast = new { runOnly = new { type = "rule", values = new[] { "color-contrast" } }, resultTypes = Violations };

    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;

    /// <param name="frame">A page of the tool in a tab of its own.</param>
    public async Task AtAsync(IFrame frame, string name)
    {
        var page = frame.Page;
        await frame.WaitForFunctionAsync("() => document.readyState === 'complete'");
        await BringAxeAsync(page);
        var seen = new List<string>();
        foreach (int width in Widths)
        {
            await ShowAsync(page, width, ColorScheme.Light);
            // What axe finds at 700 it finds at 360 or at 1280.
            if (width != 700) seen.AddRange(await FaultsAsync(page, width == 1280 ? Everything : AllButContrast, $"{width} light"));
            int tooWide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (tooWide > 0) seen.Add($"{width}: the page is {tooWide} px wider than the screen: {await WidestAsync(page)}");
            await Pictures.TakeAsync(page, $"{name}-{width}-light");

            // Dark, the same words stand on other colours, which are the same at every width.
            if (width != 1280 && !Pictures.AreWanted) continue;
            await ShowAsync(page, width, ColorScheme.Dark);
            if (width == 1280) seen.AddRange(await FaultsAsync(page, OnlyContrast, $"{width} dark"));
            await Pictures.TakeAsync(page, $"{name}-{width}-dark");
        }

        await ShowAsync(page, Widths[0], ColorScheme.Light);
        faults.AddRange(seen.Select(fault => $"{name}: {fault}"));
    }

    /// <summary>Without what Playwright wraps around a script: this one is half a megabyte, and that costs a third of its time.</summary>
    private static async Task BringAxeAsync(IPage page)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Runtime.evaluate", new Dictionary<string, object>(StringComparer.Ordinal) { ["expression"] = Axe });
        await devTools.DetachAsync();
    }

    private static async Task ShowAsync(IPage page, int width, ColorScheme scheme)
    {
        await page.SetViewportSizeAsync(width, width == 360 ? 740 : 900);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
    }

    private static async Task<IEnumerable<string>> FaultsAsync(IPage page, object options, string when)
    {
        string[] found = await page.EvaluateAsync<string[]>(
            """
            async options => (await window.axe.run(document, options)).violations
              .flatMap(violation => violation.nodes.map(node => `${violation.id}: ${violation.help}: ${node.html}`))
            """,
            options);
        return found.Select(fault => $"{when}: {fault}");
    }

    private static Task<string> WidestAsync(IPage page) => page.EvaluateAsync<string>(
        """
        () => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.table-scroll'))
          .slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')
        """);
}
