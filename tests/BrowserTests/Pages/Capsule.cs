using Microsoft.Playwright;

namespace BrowserTests.Pages;

/// <summary>A planned session on its mentor's phone, where it is told with or without a connection.</summary>
internal sealed class Capsule(IFrame frame)
{
    private const string KeptPaths = "(await Promise.all((await caches.keys()).map(async name => (await caches.open(name)).keys()))).flat().map(({ url }) => new URL(url).pathname)";

    public ILocator From => frame.GetByLabel("From");

    public ILocator Did => frame.GetByLabel("What did you do?");

    public ILocator Queued => frame.Locator("[data-capsule-queued]");

    public ILocator Problem => frame.Locator("#did-error");

    /// <summary>On every other page: something that was told here was refused.</summary>
    public ILocator Refused => frame.Locator("[data-capsule-refused]");

    /// <summary>Where a list offers a session to tell.</summary>
    public ILocator ToTell => frame.GetByRole(AriaRole.Link, new() { Name = "Log the session of" });

    public ILocator Came(string mentee) => frame.GetByRole(AriaRole.Checkbox, new() { Name = mentee, Exact = true });

    public Task LogAsync() => frame.GetByRole(AriaRole.Button, new() { Name = "Log it" }).PressAsync("Enter");

    public Task SeeWhatWasRefusedAsync() => Refused.GetByRole(AriaRole.Button, new() { Name = "See what you wrote" }).PressAsync("Enter");

    public async Task<string> AddressAsync() => new Uri(new Uri(frame.Url), await ToTell.GetAttributeAsync("href")).ToString();

    /// <summary>Until the browser has the session's page, what it is made of, and the worker that finds them.</summary>
    public Task KeptAsync() => UntilAsync(
        $"(await navigator.serviceWorker.getRegistration())?.active?.state === 'activated' && ['/sessions/', '.css', '.js'].every(part => kept.some(path => path.includes(part)))");

    public Task ForgottenAsync() => UntilAsync("kept.length === 0");

    public async Task<string[]> KeptAddressesAsync() => await frame.EvaluateAsync<string[]>($"async () => {KeptPaths}");

    /// <summary>How many sessions wait on this device to be sent, whoever told them.</summary>
    public Task<int> WaitingAsync() => frame.EvaluateAsync<int>("() => Object.keys(localStorage).filter(key => key.startsWith('queue:')).length");

    // Playwright's own waiting takes a promise for a yes.
    private async Task UntilAsync(string condition) => await frame.EvaluateAsync(
        $$"""
        async () => {
          for (;;) {
            const kept = {{KeptPaths}}
            if ({{condition}}) return
            await new Promise(resolve => setTimeout(resolve, 25))
          }
        }
        """).WaitAsync(TimeSpan.FromSeconds(20));
}
