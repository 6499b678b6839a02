using System.Diagnostics;

namespace Benchmarks.Launches;

/// <summary>How long each leg took, as the browser saw it.</summary>
internal sealed class LegTimes
{
    private readonly List<long> logins = new(8_192);
    private readonly List<long> launches = new(8_192);
    private readonly List<long> pages = new(8_192);

    public int Count => launches.Count;

    public void Add(long login, long launch)
    {
        logins.Add(login);
        launches.Add(launch);
    }

    public void AddPage(long page) => pages.Add(page);

    public void Add(LegTimes others)
    {
        logins.AddRange(others.logins);
        launches.AddRange(others.launches);
        pages.AddRange(others.pages);
    }

    public IEnumerable<(string Leg, double P50, double P95, double P99)> Percentiles()
    {
        foreach (var (leg, ticks) in new[] { ("login", logins), ("launch", launches), ("page", pages) })
        {
            if (ticks.Count == 0)
                continue;
            ticks.Sort();
            yield return (leg, At(ticks, 0.50), At(ticks, 0.95), At(ticks, 0.99));
        }
    }

    private static double At(List<long> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))] * 1000.0 / Stopwatch.Frequency;
}
