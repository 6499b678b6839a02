using System.Diagnostics;
using Benchmarks.Processes;

namespace Benchmarks.Grades;

/// <summary>Watches a batch of grades from the first claim to the last settled one.</summary>
internal sealed record DeliveryWatch(int Grades, double Seconds, double ToolCpu, double CpuWithReadBack, double LmsCpu, int Stuck)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public double PerSecond => Grades / Seconds;

    public double CpuEach => ToolCpu / Grades;

    public double CpuEachWithReadBack => CpuWithReadBack / Grades;

    public static async Task<DeliveryWatch> RunAsync(ReleasedGrades released, ChildProcess tool, ChildProcess lms, int grades)
    {
        long waitingSince = Stopwatch.GetTimestamp();
        var before = Now(tool, lms);
        while (true)
        {
            // The last look before the first claim is the beginning.
            var now = Now(tool, lms);
            if ((await released.LookAsync()).IsClaimed)
                break;
            before = now;
            await WaitAsync(waitingSince, TimeSpan.FromMilliseconds(2));
        }

        var look = await released.LookAsync();
        while (look.Waiting > 0)
        {
            await WaitAsync(waitingSince, Pause);
            look = await released.LookAsync();
        }

        var settled = Now(tool, lms);
        while ((look = await released.LookAsync()).IsClaimed)
            await WaitAsync(waitingSince, Pause);
        var readBack = Now(tool, lms);
        return new DeliveryWatch(
            grades,
            Stopwatch.GetElapsedTime(before.At, settled.At).TotalSeconds,
            (settled.Tool - before.Tool).TotalMilliseconds,
            (readBack.Tool - before.Tool).TotalMilliseconds,
            (settled.Lms - before.Lms).TotalMilliseconds,
            look.Stuck);
    }

    private static (long At, TimeSpan Tool, TimeSpan Lms) Now(ChildProcess tool, ChildProcess lms) => (Stopwatch.GetTimestamp(), tool.CpuTime, lms.CpuTime);

    private static Task WaitAsync(long since, TimeSpan pause) => Stopwatch.GetElapsedTime(since) < Longest
        ? Task.Delay(pause)
        : throw new InvalidOperationException($"Grades still wait after {Longest.TotalMinutes} minutes.");
}
