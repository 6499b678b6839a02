namespace MentorCourseLti.Internship;

/// <summary>What the clocks of a zone mean. An hour that they repeat is the first.</summary>
internal static class WallClock
{
    /// <summary>UTC where this machine knows no such zone.</summary>
    public static TimeZoneInfo ZoneOf(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>For a time that the clocks skip, the offset that the zone gives it: whether it exists is the caller's to ask.</summary>
    public static TimeSpan OffsetOf(DateTime local, TimeZoneInfo zone) => zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);

    public static DateTimeOffset At(DateTime local, TimeZoneInfo zone) => new DateTimeOffset(local, OffsetOf(local, zone)).ToUniversalTime();
}
