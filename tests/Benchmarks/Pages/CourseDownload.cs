using System.Diagnostics;
using System.Globalization;
using Benchmarks.Processes;

namespace Benchmarks.Pages;

/// <summary>
/// An instructor downloads a whole course. It goes out while it is written, so what the tool needs of memory meanwhile is to stay far below its size,
/// also where the one who downloads reads slowly.
/// </summary>
internal static class CourseDownload
{
    private const double GoalMegaBytes = 24;
    private const int Runs = 3;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    public static async Task MeasureAsync(HttpClient http, ToolProcess tool, IReadOnlyList<Visitor> instructors)
    {
        // The first makes what every later one uses.
        await DownloadAsync(http, tool, instructors[0], TimeSpan.Zero);
        for (int run = 1; run <= Runs; run++)
            Say(run == Runs ? "Download, slow" : "Download", await DownloadAsync(http, tool, instructors[run % instructors.Count], run == Runs ? TimeSpan.FromMilliseconds(50) : TimeSpan.Zero));
    }

    private static void Say(string name, Measured measured)
    {
        double grown = measured.Peak - measured.Before;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-16} {measured.Seconds,8:0.00} s, {measured.Bytes / 1048576.0:0.0} MB; the tool's working set {measured.Before:0} MB, at most {measured.Peak:0} MB meanwhile (+{grown:0}). {(grown <= GoalMegaBytes ? "reached" : $"NOT reached (+{GoalMegaBytes:0} MB)")}"));
    }

    /// <param name="rest">After each piece that is read.</param>
    private static async Task<Measured> DownloadAsync(HttpClient http, ToolProcess tool, Visitor instructor, TimeSpan rest)
    {
        double before = tool.MegaBytes;
        using var done = new CancellationTokenSource();
        var watching = PeakAsync(tool, done.Token);
        long started = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{instructor.Root}/archive?handler=Download");
        request.Headers.Add("Cookie", instructor.Cookie);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"The download answered {(int)answer.StatusCode}.");
        await using var stream = await answer.Content.ReadAsStreamAsync();
        byte[] buffer = new byte[64 * 1024];
        long bytes = 0;
        for (int read; (read = await stream.ReadAsync(buffer)) > 0; bytes += read)
        {
            if (rest > TimeSpan.Zero)
                await Task.Delay(rest);
        }

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await done.CancelAsync();
        return new Measured(seconds, bytes, before, await watching);
    }

    private static async Task<double> PeakAsync(ToolProcess tool, CancellationToken done)
    {
        double peak = 0;
        while (!done.IsCancellationRequested)
        {
            peak = Math.Max(peak, tool.MegaBytes);
            await Task.Delay(Between, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return peak;
    }

    private sealed record Measured(double Seconds, long Bytes, double Before, double Peak);
}
