using System.Diagnostics;

namespace MentorCourseLti.Tests.Conventions;

/// <summary>Benches are run now and then, and use much of the tool: whatever breaks one should be told at once. Their figures mean nothing here.</summary>
public sealed class BenchTests
{
    private const string Own = "MentorCourseLti.Tests";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Theory]
    [InlineData("launches", "--rounds 1 --seconds 1 --at-once 1 --warm-ups 0")]
    [InlineData("grades", "--courses 2 --members 20 --batches 1 --trouble none")]
    [InlineData("pages", "--courses 1 --seconds 1 --only Home")]
    public async Task A_bench_runs_from_beginning_to_end(string bench, string options)
    {
        string here = AppContext.BaseDirectory;
        string program = Path.Combine(here.Replace(Own, "Benchmarks", StringComparison.Ordinal), "Benchmarks.dll");
        var start = new ProcessStartInfo("dotnet", [program, bench, "--database", "sqlite", "--tool", Path.Combine(here, "MentorCourseLti.dll"), "--lms", Path.Combine(here, "PracticeLms.dll"), .. options.Split(' ')])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        tooLong.CancelAfter(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(tooLong.Token), process.StandardError.ReadToEndAsync(tooLong.Token));
            await process.WaitForExitAsync(tooLong.Token);
            process.ExitCode.ShouldBe(0, $"{await output}\n{await errors}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
