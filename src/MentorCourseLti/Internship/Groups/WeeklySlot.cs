namespace MentorCourseLti.Internship.Groups;

/// <summary>When a group meets every week, in the programme's zone.</summary>
/// <param name="From">The first day on which it may meet.</param>
/// <param name="Until">The last one.</param>
public sealed record WeeklySlot(DayOfWeek Day, TimeOnly At, int Minutes, DateOnly From, DateOnly Until)
{
    public const int LeastMinutes = 5;
    public const int MostMinutes = 8 * 60;

    private const int MostWeeks = 60;

    /// <summary>The days it falls on: every week from the first to the last day.</summary>
    public IEnumerable<DateOnly> Days()
    {
        var day = From.AddDays(((int)Day - (int)From.DayOfWeek + 7) % 7);
        for (int week = 0; day <= Until && week < MostWeeks; week++, day = day.AddDays(7))
            yield return day;
    }
}
