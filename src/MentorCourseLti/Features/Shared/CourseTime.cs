using System.Collections.Concurrent;
using System.Globalization;
using MentorCourseLti.Internship;
using MentorCourseLti.Internship.Mentoring;

namespace MentorCourseLti.Features.Shared;

/// <summary>Writes and reads times in a course's zone. Every date that is shown names its zone.</summary>
public sealed class CourseTime(string zoneId)
{
    private const string InputFormat = "yyyy-MM-dd'T'HH:mm";

    private static readonly IReadOnlyList<string> Zones =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Of each zone that was shown: a long list shows its own on every row.</summary>
    private static readonly ConcurrentDictionary<string, (string? Standard, string? Daylight)> ZoneInitials = new(StringComparer.Ordinal);

    internal TimeZoneInfo Zone => zone;

    private readonly TimeZoneInfo zone = WallClock.ZoneOf(zoneId);

    /// <summary>The zones to choose from, with the one that is chosen.</summary>
    public static IEnumerable<string> ZonesWith(string? chosen) => chosen is null || Zones.Contains(chosen, StringComparer.Ordinal) ? Zones : Zones.Prepend(chosen);

    public string Day(DateTimeOffset time) => Local(time).ToString("ddd d MMM", CultureInfo.CurrentCulture);

    public string Clock(DateTimeOffset time) => Local(time).ToString("HH:mm", CultureInfo.CurrentCulture);

    /// <summary>"Fri 6 Feb, 23:59 MST".</summary>
    public string Moment(DateTimeOffset time) => Written(time, "ddd d MMM', 'HH:mm");

    /// <summary>To the second, for receipts.</summary>
    public string Exactly(DateTimeOffset time) => Written(time, "ddd d MMM', 'HH:mm:ss");

    /// <summary>With the year, for what is kept and for what goes far back.</summary>
    public string Fully(DateTimeOffset time) => Written(time, "ddd d MMM yyyy', 'HH:mm");

    /// <summary>The same moment by the course's clock.</summary>
    public DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, zone);

    public DateOnly DateOf(DateTimeOffset time) => DateOnly.FromDateTime(Local(time).DateTime);

    /// <summary>Whether what a <c>datetime-local</c> field says is in the hour that daylight saving skips.</summary>
    public bool IsSkipped(string? input) =>
        DateTime.TryParseExact(input, [InputFormat, InputFormat + "':'ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && zone.IsInvalidTime(local);

    /// <summary>As a <c>date</c> field wants it.</summary>
    public string DateForInput(DateTimeOffset time) => Local(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As a <c>datetime-local</c> field wants it.</summary>
    public string ForInput(DateTimeOffset? time) => time is { } given ? Local(given).ToString(InputFormat, CultureInfo.InvariantCulture) : "";

    /// <summary>What a <c>datetime-local</c> field says. An hour that daylight saving skips moves on by it; one that it repeats is the first.</summary>
    public bool TryRead(string? input, out DateTimeOffset? time)
    {
        time = null;
        if (string.IsNullOrWhiteSpace(input))
            return true;
        if (!DateTime.TryParseExact(input, [InputFormat, InputFormat + "':'ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return false;
        // The ends of the calendar have no time in every zone.
        if (local.Year is < 1900 or > 9000)
            return false;
        if (zone.IsInvalidTime(local))
            local += TimeSpan.FromHours(1);
        time = WallClock.At(local, zone);
        return true;
    }

    /// <summary>From one time of a day to another, as a <c>date</c> and two <c>time</c> fields say it; none where they say nothing. An end that is earlier by the clock is on the next day, where that makes no more than the longest session.</summary>
    public (DateTimeOffset? Start, DateTimeOffset? End) ReadSpan(string? date, string? start, string? end)
    {
        _ = TryRead($"{date}T{start}", out var from);
        _ = TryRead($"{date}T{end}", out var to);
        return to < from && DayText.TryRead(date, out var day) && TryRead($"{DayText.Of(day.AddDays(1))}T{end}", out var next) && next - from <= EntryFacts.LongestSession
            ? (from, next)
            : (from, to);
    }

    private string Written(DateTimeOffset time, string format)
    {
        var local = Local(time);
        return $"{local.ToString(format, CultureInfo.CurrentCulture)} {ZoneName(local)}";
    }

    /// <summary>The initials of the zone's name where that is how people write it ("MST"), else its offset ("UTC+02:00").</summary>
    private string ZoneName(DateTimeOffset local)
    {
        var (standard, daylight) = ZoneInitials.GetOrAdd(zone.Id, static (_, zone) => (InitialsOf(zone.StandardName), InitialsOf(zone.DaylightName)), zone);
        return zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime ? "UTC"
            : (zone.IsDaylightSavingTime(local) ? daylight : standard)
            ?? $"UTC{(local.Offset < TimeSpan.Zero ? '-' : '+')}{local.Offset.ToString("hh\\:mm", CultureInfo.InvariantCulture)}";
    }

    private static string? InitialsOf(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: 3 or 4 } parts && parts[^1] == "Time" ? string.Concat(parts.Select(part => part[0])) : null;
}
