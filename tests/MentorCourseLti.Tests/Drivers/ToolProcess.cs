using System.Collections.Concurrent;
using System.Diagnostics;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>The built program as an administrator runs it: a process of its own.</summary>
internal sealed class ToolProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "MentorCourseLti.dll");

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = [];

    private ToolProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', lines);

    /// <summary>Serves at an address until it is killed or disposed of.</summary>
    public static async Task<ToolProcess> ServeAsync(TestDatabase database, Uri address, Uri? publicUrl = null, IEnumerable<(string Name, string Value)>? settings = null)
    {
        var all = database.Settings(publicUrl ?? address).Concat((settings ?? []).Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        var tool = Start(new Dictionary<string, string?>(all, StringComparer.Ordinal), "--urls", address.GetLeftPart(UriPartial.Authority));
        try
        {
            await tool.AnswersAsync(address);
            return tool;
        }
        catch
        {
            // Nobody else would end it.
            tool.Dispose();
            throw;
        }
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Output)> RunAsync(IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        using var tool = Start(settings, arguments);
        await tool.process.WaitForExitAsync();
        return (tool.process.ExitCode, tool.Output);
    }

    /// <summary>SIGKILL: nothing is finished, nothing is written down.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private async Task AnswersAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        await Eventually.Is(
            async () =>
            {
                if (process.HasExited)
                {
                    await process.WaitForExitAsync();
                    throw new InvalidOperationException($"It ended with {process.ExitCode}: {Output}");
                }

                try
                {
                    return (await http.GetAsync("/health/ready")).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            $"the program answers at {address}");
    }

    private static ToolProcess Start(IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (string inherited in start.Environment.Keys.Where(name => name.StartsWith("MentorCourse__", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(inherited);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new ToolProcess(Process.Start(start)!);
    }
}
