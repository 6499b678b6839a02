using System.Diagnostics;

namespace Benchmarks.Processes;

/// <summary>A program under measurement: a process of its own, whose CPU time the driver's does not mix with.</summary>
internal abstract class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly string log;

    protected ChildProcess(string name, string folder, IReadOnlyDictionary<string, string> settings, params ReadOnlySpan<string> command)
    {
        log = Path.Combine(folder, $"{name}.log");
        process = Start(log, settings, command);
        // Also when the driver is told to end.
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    /// <summary>User and system time of all threads, ended ones too.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The end of what it wrote, for when something goes wrong.</summary>
    public string LastWords => string.Join('\n', File.ReadLines(log).TakeLast(30));

    public double MegaBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        End(sender: null, EventArgs.Empty);
        await process.WaitForExitAsync();
        process.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs a command of a program to its end.</summary>
    protected static async Task RunAsync(string name, string folder, IReadOnlyDictionary<string, string> settings, params string[] command)
    {
        string output = Path.Combine(folder, $"{name}.log");
        using var run = Start(output, settings, command);
        await run.WaitForExitAsync();
        if (run.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {run.ExitCode}:\n{await File.ReadAllTextAsync(output)}");
    }

    protected async Task WaitUntilItAnswersAsync(Uri address)
    {
        using var http = new HttpClient();
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > LongestStart)
                throw new InvalidOperationException($"It did not start:\n{await File.ReadAllTextAsync(log)}");
            try
            {
                using var answer = await http.GetAsync(address);
                if ((int)answer.StatusCode < 500)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            await Task.Delay(50);
        }
    }

    private void End(object? sender, EventArgs e)
    {
        if (!process.HasExited)
            process.Kill();
    }

    // The shell hands its process id on (exec), and output goes to a file without passing through the driver.
    private static Process Start(string output, IReadOnlyDictionary<string, string> settings, ReadOnlySpan<string> command)
    {
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("""log=$1; shift; exec "$@" >"$log" 2>&1 </dev/null""");
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(output);
        foreach (string word in command)
            start.ArgumentList.Add(word);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} cannot be started.");
    }
}
