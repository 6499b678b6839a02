using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Drivers;

/// <summary>A test with a school of its own. What browsers and the tool complained of fails it at the end, whatever else it proved.</summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    private School? school;

    internal Look Look { get; } = new();

    internal Chromium Chromium => chromium;

    internal async Task<School> OpenSchoolAsync(string manner = "moodle", int links = 1, int members = 4, bool isRegistered = true, string timeZone = School.Phoenix) =>
        school = await School.OpenAsync(chromium, manner, links, members, isRegistered, timeZone);

    /// <summary>The address of the visit that a page belongs to.</summary>
    protected static string Visit(IFrame frame) => frame.Url[..(frame.Url.IndexOf("/s/", StringComparison.Ordinal) + 35)];

    /// <summary>Loads a page anew until it shows what the tool does by itself.</summary>
    protected static async Task ReloadUntilAsync(IFrame frame, ILocator shown)
    {
        await Eventually.Is(
            async () =>
            {
                await frame.GotoAsync(frame.Url);
                return await shown.CountAsync() > 0;
            },
            $"{frame.Url} shows {shown}");
        await Expect(shown).ToBeVisibleAsync();
    }

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        string.Join(Environment.NewLine, [.. Look.Faults, .. await CloseAsync()]).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> CloseAsync()
    {
        if (school is null) return [];

        if (TestContext.Current.TestState?.Result is TestResult.Failed) await PictureAsync(school);
        var troubles = school.Troubles;
        await school.DisposeAsync();
        return troubles;
    }

    private static async Task PictureAsync(School school)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "TestResults", TestContext.Current.TestMethod?.MethodName ?? "test");
        await school.PictureAllAsync(folder);
        TestContext.Current.TestOutputHelper?.WriteLine($"Pictures of what everybody saw: {folder}");
        foreach (string trouble in school.Troubles) TestContext.Current.TestOutputHelper?.WriteLine(trouble);
    }
}
