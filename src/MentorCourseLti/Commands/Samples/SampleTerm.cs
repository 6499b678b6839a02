namespace MentorCourseLti.Commands.Samples;

/// <summary>The weeks of a sample course: a term of fifteen, of which so many have begun.</summary>
/// <param name="Week">The present one; 0 before the term.</param>
internal sealed record SampleTerm(TimeZoneInfo Zone, DateTimeOffset Now, int Week)
{
    public const int Weeks = 15;

    /// <summary>In which week each reflection is due.</summary>
    private static readonly int[] DueWeeks = [2, 4, 6, 8, 11, 15];

    /// <summary>Three days into the present week, and the same day in each other one.</summary>
    public DateTimeOffset DueAt(int reflection) => At(DueWeeks[reflection], days: 3, hours: 23, minutes: 59);

    public bool IsOver(int reflection) => DueWeeks[reflection] < Week;

    /// <summary>Due in the present week, or the next one.</summary>
    public bool IsPresent(int reflection) => DueWeeks[reflection] == Week || DueWeeks[reflection] == Week + 1;

    /// <summary>A local time, counted in days from the present day of that week.</summary>
    public DateTimeOffset At(int week, int days, int hours, int minutes = 0)
    {
        var local = TimeZoneInfo.ConvertTime(Now, Zone).Date.AddDays((7 * (week - Week)) + days).AddHours(hours).AddMinutes(minutes);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
