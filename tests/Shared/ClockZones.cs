namespace Shared;

/// <summary>Zones by what their clocks show while the tests begin.</summary>
internal static class ClockZones
{
    private static readonly int Hour = TimeProvider.System.GetUtcNow().Hour;

    /// <summary>Where it is one at night: there the tool's own job leaves people alone.</summary>
    public static string Night { get; } = WhereItIs(1);

    /// <summary>Where it is noon: for what the tool's own job is to do.</summary>
    public static string Noon { get; } = WhereItIs(12);

    private static string WhereItIs(int hour)
    {
        int offset = hour - Hour;
        offset = offset < -12 ? offset + 24 : offset;
        // POSIX writes what lies east of Greenwich with a minus.
        return offset == 0 ? "Etc/UTC" : FormattableString.Invariant($"Etc/GMT{(offset > 0 ? '-' : '+')}{Math.Abs(offset)}");
    }
}
