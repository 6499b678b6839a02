namespace MentorCourseLti.Internship.Terms;

/// <summary>
/// The weeks of a term. They run from Monday to Sunday; the first is the one that <paramref name="StartsOn"/> lies in. A week whose Monday to Friday
/// breaks cover, one or several together, has no number, and the term ends later by it.
/// </summary>
/// <param name="Weeks">How many have a number.</param>
/// <remarks>Only a calendar without <see cref="Problems"/> is asked for weeks and days.</remarks>
public sealed record TermCalendar(DateOnly StartsOn, int Weeks, IReadOnlyList<Break> Breaks)
{
    public const int FirstYear = 2000;
    public const int LastYear = 2200;
    public const int MostWeeks = 40;
    public const int MostBreaks = 20;

    // No calendar without problems has more; one with problems ends here too.
    private const int MostRows = MostWeeks + (MostBreaks * Break.MostWeeks);

    /// <summary>The Sunday of the last week.</summary>
    public DateOnly EndsOn => Rows().LastOrDefault()?.Monday.AddDays(6) ?? StartsOn;

    internal DateOnly FirstMonday => MondayBefore(StartsOn);

    internal bool IsInRange => StartsOn.Year is >= FirstYear and <= LastYear;

    /// <summary>The calendar weeks from the first to the last, those without a number too.</summary>
    public IEnumerable<TermWeek> Rows()
    {
        int number = 0;
        for (int row = 0; IsInRange && number < Weeks && row < MostRows; row++)
        {
            var monday = FirstMonday.AddDays(7 * row);
            Break[] breaks = [.. Breaks.Where(one => one.Touches(monday))];
            yield return new(IsSkipped(monday, breaks) ? null : ++number, monday, breaks);
        }
    }

    public bool Has(int week) => week >= 1 && week <= Weeks;

    /// <exception cref="ArgumentOutOfRangeException">The term has no such week: see <see cref="Has"/>.</exception>
    public DateOnly MondayOf(int week) => Rows().FirstOrDefault(row => row.Number == week)?.Monday
        ?? throw new ArgumentOutOfRangeException(nameof(week), week, "The term has no such week.");

    /// <summary>The number of the week that a day lies in; none in a week that is skipped, before the first and after the last.</summary>
    public int? WeekOf(DateOnly day) => Rows().FirstOrDefault(row => row.Monday == MondayBefore(day))?.Number;

    /// <summary>That day of the week. One in a break moves to the first day after it that is in none, which may lie in a later week.</summary>
    public DateOnly DayOf(int week, DayOfWeek day)
    {
        var date = MondayOf(week).AddDays(DaysAfterMonday(day));
        while (Breaks.FirstOrDefault(one => one.Covers(date)) is { } covering)
            date = covering.To.AddDays(1);
        return date;
    }

    /// <summary>When that is, in UTC. An hour that daylight saving skips moves on by it; one that it repeats is the first.</summary>
    public DateTimeOffset At(WeekPlace place, TimeZoneInfo zone)
    {
        var local = DayOf(place.Week, place.Day).ToDateTime(place.At);
        return new DateTimeOffset(local, OffsetOf(local, zone)).ToUniversalTime();
    }

    /// <summary>Where in the term a moment lies; nowhere outside its weeks.</summary>
    public WeekPlace? PlaceOf(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        return WeekOf(DateOnly.FromDateTime(local)) is { } week ? new(week, local.DayOfWeek, TimeOnly.FromDateTime(local)) : null;
    }

    /// <summary>
    /// Moves a week and all that follow: a break takes its place. As every change it may bring <see cref="Problems"/>: a name that is taken, a break
    /// too many.
    /// </summary>
    public TermCalendar Move(int week, string name)
    {
        var monday = MondayOf(week);
        return this with { Breaks = [.. Breaks, new(name, monday, monday.AddDays(6))] };
    }

    /// <summary>Takes away the break of one whole week that keeps a week from coming earlier; of several the one added last. None where there is none.</summary>
    public TermCalendar? MoveBack(int week) => Breaks.Reverse()
        .Where(one => one.IsWholeWeek)
        .Select(one => (Freed: one.From, Calendar: this with { Breaks = [.. Breaks.Where(other => !ReferenceEquals(other, one))] }))
        .FirstOrDefault(without => without.Calendar.MondayOf(week) == without.Freed)
        .Calendar;

    public IReadOnlyList<TermProblem> Problems() => [.. TermCheck.Problems(this)];

    public bool Equals(TermCalendar? other) => other is not null && StartsOn == other.StartsOn && Weeks == other.Weeks && Breaks.SequenceEqual(other.Breaks);

    public override int GetHashCode() => HashCode.Combine(StartsOn, Weeks, Breaks.Count);

    /// <summary>The first day of the week that a day lies in, its Monday.</summary>
    internal static DateOnly MondayBefore(DateOnly day) => day.AddDays(-DaysAfterMonday(day.DayOfWeek));

    internal static int DaysAfterMonday(DayOfWeek day) => ((int)day + 6) % 7;

    private static bool IsSkipped(DateOnly monday, Break[] breaks) => Enumerable.Range(0, 5).All(day => breaks.Any(one => one.Covers(monday.AddDays(day))));

    private static TimeSpan OffsetOf(DateTime local, TimeZoneInfo zone)
    {
        // With the offset from before the gap, a time in the gap is one as far after it.
        if (zone.IsInvalidTime(local))
            return zone.GetUtcOffset(local.AddDays(-1));
        return WallClock.OffsetOf(local, zone);
    }
}
