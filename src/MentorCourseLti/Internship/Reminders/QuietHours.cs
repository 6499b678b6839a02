namespace MentorCourseLti.Internship.Reminders;

/// <summary>When people are left in peace: from eight in the evening to eight in the morning, by the clocks of their zone.</summary>
public static class QuietHours
{
    /// <summary>The hour at which the day's message is made.</summary>
    public static readonly TimeOnly Morning = new(8, 0);

    public static readonly TimeOnly Evening = new(20, 0);

    public static bool Cover(DateTimeOffset now, TimeZoneInfo zone) => TimeOnly.FromDateTime(Local(now, zone)) is var clock && (clock < Morning || clock >= Evening);

    /// <summary>The day that it is there.</summary>
    public static DateOnly DayOf(DateTimeOffset now, TimeZoneInfo zone) => DateOnly.FromDateTime(Local(now, zone));

    /// <summary>The morning of the day that it is there.</summary>
    public static DateTimeOffset MorningOf(DateTimeOffset now, TimeZoneInfo zone) => WallClock.At(DayOf(now, zone).ToDateTime(Morning), zone);

    /// <summary>The next morning, whatever daylight saving does in the night.</summary>
    public static DateTimeOffset MorningAfter(DateTimeOffset now, TimeZoneInfo zone)
    {
        var day = DayOf(now, zone);
        var morning = WallClock.At(day.ToDateTime(Morning), zone);
        // A zone that changes sides of the date line leaves out a day, and its morning.
        while (morning <= now || Cover(morning, zone))
        {
            day = day.AddDays(1);
            morning = WallClock.At(day.ToDateTime(Morning), zone);
        }

        return morning;
    }

    private static DateTime Local(DateTimeOffset now, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(now, zone).DateTime;
}
