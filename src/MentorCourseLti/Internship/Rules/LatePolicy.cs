namespace MentorCourseLti.Internship.Rules;

/// <summary>What work that is handed in late loses: some percent of the points for every day that has begun, down to a floor.</summary>
/// <param name="GraceHours">So long after the due time nothing is taken yet; past it, the days count from the due time.</param>
/// <param name="PercentPerDay">Percent of the possible points, not of what was earned.</param>
/// <param name="FloorPercent">Lateness alone takes no score below this percent of the points.</param>
public sealed record LatePolicy(int GraceHours, decimal PercentPerDay, decimal FloorPercent)
{
    public const int LongestGraceHours = 336;

    /// <summary>
    /// How many days late the work is. A day lasts from the due clock time to the same clock time of the next day in the zone,
    /// and so has 23 or 25 hours where the clocks change.
    /// </summary>
    public int DaysLate(DateTimeOffset due, DateTimeOffset handedIn, TimeZoneInfo zone)
    {
        if (handedIn <= due.AddHours(GraceHours))
            return 0;

        var dueClock = ClockOf(due, zone);
        int days = Math.Max(1, DaysBegun(ClockOf(handedIn, zone) - dueClock));
        // In an hour that the clocks repeat or skip, the clock alone says that a day is over before it is.
        return days > 1 && handedIn <= LastInstantOf(dueClock.AddDays(days - 1), zone) ? days - 1 : days;
    }

    /// <summary>What is left of a score, in hundredths. What was earned lies between 0 and the points.</summary>
    public decimal ScoreOf(decimal earned, decimal points, int daysLate)
    {
        if (daysLate <= 0)
            return earned;

        decimal left = earned - (points * PercentPerDay * daysLate / 100);
        // Rounded up: a score of whole hundredths is not to lie below the floor.
        decimal floor = Math.Round(points * FloorPercent / 100, 2, MidpointRounding.ToPositiveInfinity);
        return Math.Clamp(Math.Round(left, 2, MidpointRounding.AwayFromZero), Math.Min(floor, earned), earned);
    }

    public decimal Deduction(decimal earned, decimal points, int daysLate) => earned - ScoreOf(earned, points, daysLate);

    /// <summary>Why this cannot be a course's rule; empty where it can.</summary>
    public IReadOnlyList<LatePolicyProblem> Problems()
    {
        var problems = new List<LatePolicyProblem>();
        if (GraceHours is < 0 or > LongestGraceHours)
            problems.Add(LatePolicyProblem.GraceOutOfRange);
        if (PercentPerDay is <= 0 or > 100)
            problems.Add(LatePolicyProblem.PercentOutOfRange);
        if (FloorPercent is < 0 or > 100)
            problems.Add(LatePolicyProblem.FloorOutOfRange);
        if (FloorPercent is 100)
            problems.Add(LatePolicyProblem.FloorMakesItPointless);
        return problems;
    }

    private static DateTime ClockOf(DateTimeOffset time, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(time, zone).DateTime;

    private static int DaysBegun(TimeSpan past) => (int)Math.Ceiling(past.Ticks / (decimal)TimeSpan.TicksPerDay);

    // A clock time that comes twice ends with its second time; one that is skipped, as if the clocks had not been changed yet.
    private static DateTimeOffset LastInstantOf(DateTime clock, TimeZoneInfo zone) =>
        new(clock, zone.IsAmbiguousTime(clock) ? zone.GetAmbiguousTimeOffsets(clock).Min() : zone.GetUtcOffset(clock));
}
