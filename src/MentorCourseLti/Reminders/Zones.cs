namespace MentorCourseLti.Reminders;

internal static class Zones
{
    /// <summary>UTC where this machine knows no such zone.</summary>
    public static TimeZoneInfo Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
