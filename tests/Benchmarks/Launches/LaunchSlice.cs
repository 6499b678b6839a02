using System.Diagnostics;

namespace Benchmarks.Launches;

/// <summary>A few seconds of launches into one tool, as many at once as asked for.</summary>
internal sealed record LaunchSlice(int Launches, double Seconds, double ToolCpu, double DriverCpu, LegTimes Times)
{
    public double PerSecond => Launches / Seconds;

    /// <summary>Milliseconds of the tool's process for each launch.</summary>
    public double ToolCpuEach => ToolCpu / Launches;

    public double DriverCpuEach => DriverCpu / Launches;

    /// <summary>Runs for a time, or for a number of launches.</summary>
    public static LaunchSlice Run(LaunchPlatform platform, LaunchTarget target, Mentor[] mentors, SliceKind kind, TimeSpan longest, int most = int.MaxValue)
    {
        var workers = Enumerable.Range(0, kind.AtOnce).Select(_ => new LaunchWorker(platform, target, kind.KeepsConnections)).ToArray();
        var times = workers.Select(_ => new LegTimes()).ToArray();
        // Not in the order of their courses, and never the same two after one another.
        int turn = Random.Shared.Next(mentors.Length);
        int taken = 0;
        Exception? wrong = null;

        using var driver = Process.GetCurrentProcess();
        var (toolBefore, driverBefore, started) = (target.Process.CpuTime, driver.TotalProcessorTime, Stopwatch.GetTimestamp());
        var threads = workers.Select((worker, i) => new Thread(() =>
        {
            try
            {
                while (Stopwatch.GetElapsedTime(started) < longest && Interlocked.Increment(ref taken) <= most && Volatile.Read(ref wrong) is null)
                    worker.Launch(mentors[(uint)Interlocked.Increment(ref turn) % (uint)mentors.Length], kind.WithPage, times[i]);
            }
            catch (Exception exception) when (exception is InvalidOperationException or IOException or System.Net.Sockets.SocketException)
            {
                Volatile.Write(ref wrong, exception);
            }
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        driver.Refresh();
        var (toolCpu, driverCpu) = (target.Process.CpuTime - toolBefore, driver.TotalProcessorTime - driverBefore);
        foreach (var worker in workers)
            worker.Dispose();
        if (wrong is not null)
            throw new InvalidOperationException($"A launch went wrong: {wrong.Message}\nLast words of {target.Name}:\n{target.Process.LastWords}", wrong);

        var all = new LegTimes();
        foreach (var one in times)
            all.Add(one);
        return new LaunchSlice(all.Count, seconds, toolCpu.TotalMilliseconds, driverCpu.TotalMilliseconds, all);
    }
}

/// <param name="AtOnce">How many people at once.</param>
/// <param name="WithPage">Login and launch only, or the first page too.</param>
/// <param name="KeepsConnections">As a proxy in front of the tool would; else every person has an own one.</param>
internal sealed record SliceKind(int AtOnce, bool WithPage, bool KeepsConnections);
