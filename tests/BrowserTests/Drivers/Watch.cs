using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BrowserTests.Drivers;

/// <summary>Hears what a browser complains of: errors in the console (a broken Content-Security-Policy is one), scripts that throw, answers of 500.</summary>
internal sealed class Watch
{
    private readonly ConcurrentQueue<string> heard = new();
    private readonly List<Regex> expected = [];

    public Watch(IBrowserContext context, string who)
    {
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") heard.Enqueue($"{who}'s console: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => heard.Enqueue($"{who}'s page threw: {error.Error}");
        context.Response += (_, response) =>
        {
            if (response.Status >= 500) heard.Enqueue($"{who} got {response.Status} from {response.Url}");
        };
    }

    public IEnumerable<string> Troubles => heard.Where(line => !expected.Exists(pattern => pattern.IsMatch(line)));

    /// <summary>The test itself causes this one.</summary>
    public void Expect(string pattern) => expected.Add(new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
}
