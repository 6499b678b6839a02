namespace MentorCourseLti.Delivery;

/// <summary>How long to wait after how many failed tries.</summary>
public static class RetrySchedule
{
    /// <summary>With the pauses below, about three days: longer than a weekend's outage.</summary>
    private const int MostTries = 84;

    /// <summary>About a minute.</summary>
    private const int MostTriesRefused = 5;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    public static bool GivesUp(int tries) => tries >= MostTries;

    /// <summary>Of an LMS that says no although it may yet say yes.</summary>
    public static bool LosesPatience(int tries) => tries >= MostTriesRefused;

    /// <summary>2, 4, 8 seconds and so on up to an hour, each a tenth more or less so that many do not come back at once; never earlier than the LMS asks.</summary>
    public static TimeSpan Pause(int tries, TimeSpan? retryAfter)
    {
        double seconds = Math.Min(FirstPause.TotalSeconds * Math.Pow(2, Math.Min(tries, 20) - 1), LongestPause.TotalSeconds);
        double spread = 0.9 + (0.2 * Random.Shared.NextDouble());
        var pause = TimeSpan.FromSeconds(seconds * spread);
        var asked = retryAfter is { } wish && wish > LongestPause ? LongestPause : retryAfter ?? TimeSpan.Zero;
        return asked > pause ? asked : pause;
    }
}
