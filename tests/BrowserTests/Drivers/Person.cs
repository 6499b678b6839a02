using System.Diagnostics;
using BrowserTests.Pages;
using Microsoft.Playwright;

namespace BrowserTests.Drivers;

/// <summary>Somebody with a browser, logged in to the LMS.</summary>
internal sealed class Person : IAsyncDisposable
{
    private readonly string lms;
    private readonly string tool;
    private readonly bool hasScript;

    private Person(IBrowserContext context, IPage page, string lms, string tool, bool hasScript)
    {
        Context = context;
        Page = page;
        this.lms = lms;
        this.tool = tool;
        this.hasScript = hasScript;
        Watch = new(context, who: "Somebody");
    }

    public string Id { get; private set; } = "";

    public string Name { get; private set; } = "";

    public IBrowserContext Context { get; }

    /// <summary>The tab with the LMS.</summary>
    public IPage Page { get; }

    public Watch Watch { get; }

    public static async Task<Person> SitDownAsync(Chromium chromium, string lms, string tool, Screen screen)
    {
        var context = await chromium.OpenAsync(screen);
        context.SetDefaultTimeout(20_000);
        var page = context.Pages is [var first, ..] ? first : await context.NewPageAsync();
        return new(context, page, lms, tool, screen.HasScript);
    }

    public async Task LogInAsync(PracticeLms.Courses.Person who)
    {
        (Id, Name) = (who.Id, who.Name);
        await Page.GotoAsync($"{lms}/login");
        await Page.Locator($"button[name=person][value='{who.Id}']").ClickAsync();
        // Not WaitForURL, which misses a page that has come already.
        await Page.WaitForFunctionAsync("() => location.pathname.startsWith('/courses/')");
    }

    /// <summary>Gives the device to somebody else.</summary>
    public async Task LogOutAsync()
    {
        await Page.GotoAsync(lms);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
    }

    public async Task<LmsCourse> CourseAsync()
    {
        await Page.GotoAsync($"{lms}/courses/course-0");
        return new(Page);
    }

    public async Task<Gradebook> GradebookAsync()
    {
        await Page.GotoAsync($"{lms}/courses/course-0/gradebook");
        return new(Page);
    }

    /// <summary>Opens a link of the course in the LMS's own page. What is returned is the frame that the tool is in.</summary>
    public async Task<IFrame> OpenHereAsync(string link)
    {
        var frame = await TryHereAsync(link);
        await LaunchedAsync(frame);
        return frame;
    }

    /// <summary>The same, where the launch may end elsewhere than in the tool.</summary>
    public async Task<IFrame> TryHereAsync(string link)
    {
        var course = await CourseAsync();
        await course.OpenHereAsync(link);
        return await ToolFrameAsync();
    }

    /// <summary>Clicks something on a page of the LMS that shows the tool in a frame.</summary>
    public async Task<IFrame> FollowToFrameAsync(ILocator link)
    {
        await link.ClickAsync();
        var frame = await ToolFrameAsync();
        await LaunchedAsync(frame);
        return frame;
    }

    /// <summary>Opens an address of the LMS that leads to the tool, in a tab.</summary>
    public async Task<IFrame> LaunchInTabAsync(string path)
    {
        var tab = await Context.NewPageAsync();
        await tab.GotoAsync(lms + path);
        await LaunchedAsync(tab.MainFrame);
        return tab.MainFrame;
    }

    /// <summary>Clicks something that opens a tab, and waits until it is in the tool.</summary>
    public Task<IFrame> FollowToTabAsync(ILocator button) => FollowToTabAsync(button, LaunchedAsync);

    /// <summary>The same, where the launch may end elsewhere than in the tool.</summary>
    public async Task<IFrame> FollowToTabAsync(ILocator button, Func<IFrame, Task> arrivesAsync)
    {
        try
        {
            return await FollowOnceAsync(button, arrivesAsync);
        }
        catch (TimeoutException)
        {
            // As somebody would whose tab stays empty.
            return await FollowOnceAsync(button, arrivesAsync);
        }
    }

    private async Task<IFrame> FollowOnceAsync(ILocator button, Func<IFrame, Task> arrivesAsync)
    {
        var tab = await Context.RunAndWaitForPageAsync(() => button.ClickAsync());
        await arrivesAsync(tab.MainFrame);
        return tab.MainFrame;
    }

    public async Task<IFrame> OpenInTabAsync(string link)
    {
        var course = await CourseAsync();
        var tab = hasScript
            ? await Context.RunAndWaitForPageAsync(() => course.OpenInTabAsync(link))
            : await PassFormsByHandAsync(await course.AddressInTabAsync(link));
        await LaunchedAsync(tab.MainFrame);
        return tab.MainFrame;
    }

    /// <summary>
    /// The frame as it is announced. A page that Playwright asks something takes it for a click, and what a click starts stays in the
    /// browser's history: a launch that is asked would leave its first pages there, as it does at nobody's desk.
    /// </summary>
    private async Task<IFrame> ToolFrameAsync()
    {
        for (long started = Stopwatch.GetTimestamp(); ; await Task.Delay(25))
        {
            if (Page.Frame("tool") is { } frame) return frame;
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(20)) throw new TimeoutException($"No tool is on {Page.Url}.");
        }
    }

    /// <summary>
    /// A launch is a chain of forms that submit themselves, each of which cuts the loading of the last one short. Looked at again and
    /// again: an event that comes while somebody begins to wait for it would be missed.
    /// </summary>
    private async Task LaunchedAsync(IFrame frame)
    {
        bool isReloaded = false;
        for (long started = Stopwatch.GetTimestamp(); !await StandsInToolAsync(frame, Stopwatch.GetElapsedTime(started)); await Task.Delay(25))
        {
            var waited = Stopwatch.GetElapsedTime(started);
            if (waited > TimeSpan.FromSeconds(30)) throw new TimeoutException($"The launch ends at {frame.Url}.");
            if (isReloaded || waited < TimeSpan.FromSeconds(10) || frame.ParentFrame is not null) continue;

            // Chromium's history has the page and Playwright never hears of it: now and then, where a tab changes from one site to another.
            isReloaded = true;
            await IgnoredAsync(frame.Page.ReloadAsync(new() { Timeout = 8_000 }));
        }
    }

    /// <summary>Whether the frame has a document of the tool's. It is asked itself once that was announced, or should have been: news may be lost on the way.</summary>
    private async Task<bool> StandsInToolAsync(IFrame frame, TimeSpan waited)
    {
        if (!IsInTool(frame.Url) && waited < TimeSpan.FromSeconds(4)) return false;
        try
        {
            return IsInTool(await frame.EvaluateAsync<string>("() => document.readyState === 'loading' ? '' : location.href").WaitAsync(TimeSpan.FromSeconds(2)));
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
        {
            // It went on to the next page at this moment.
            return false;
        }
    }

    private bool IsInTool(string address) => address.StartsWith($"{tool}/s/", StringComparison.Ordinal);

    private static async Task IgnoredAsync(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public async Task PictureAllAsync(string folder)
    {
        for (int i = 0; i < Context.Pages.Count; i++)
            await Context.Pages[i].ScreenshotAsync(new() { Path = Path.Combine(folder, $"{Id}-{i}.png") });
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    /// <summary>Without script, LTI's messages are forms with a button: one to the tool's login, one to its launch.</summary>
    private async Task<IPage> PassFormsByHandAsync(string address)
    {
        // Not by a click on the link: a tab that opens by itself hears too late that it has no script.
        var tab = await Context.NewPageAsync();
        await tab.GotoAsync(new Uri(new Uri(lms), address).ToString());
        await tab.Locator("form[action*='/lti/login'] button").ClickAsync();
        await tab.Locator("form[action*='/lti/launch'] button").ClickAsync();
        return tab;
    }
}
