namespace Benchmarks.Launches;

/// <summary>All slices of one database at one number of launches at once.</summary>
internal sealed class LaunchRound(string database, int atOnce)
{
    private readonly Dictionary<(bool IsNull, bool WithPage), List<LaunchSlice>> slices = [];

    public string Database => database;

    public int AtOnce => atOnce;

    public void Add(bool isNull, bool withPage, LaunchSlice slice)
    {
        if (!slices.TryGetValue((isNull, withPage), out var list))
            slices[(isNull, withPage)] = list = [];
        list.Add(slice);
    }

    public double Median(bool isNull, bool withPage, Func<LaunchSlice, double> figure) =>
        MedianOf(slices[(isNull, withPage)].Select(figure));

    /// <summary>How many times the null tool's: each slice against the null tool's of the same moment.</summary>
    public double Ratio(bool withPage, Func<LaunchSlice, double> figure) =>
        MedianOf(slices[(false, withPage)].Zip(slices[(true, withPage)], (tool, nothing) => figure(tool) / figure(nothing)));

    public LegTimes Times(bool isNull)
    {
        var all = new LegTimes();
        foreach (var slice in slices[(isNull, true)])
            all.Add(slice.Times);
        return all;
    }

    public static double MedianOf(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
