using System.Globalization;
using System.Text;

namespace MentorCourseLti.Features.Calendar;

/// <summary>Writes a calendar as text that calendar applications subscribe to. RFC 5545; NAME and REFRESH-INTERVAL: RFC 7986.</summary>
public static class CalendarFile
{
    // Octets, without the line end. RFC 5545, 3.1.
    private const int LongestLine = 75;

    public static string Of(string name, IEnumerable<CalendarEvent> events) => string.Concat(Lines(name, events).Select(Folded));

    private static IEnumerable<string> Lines(string name, IEnumerable<CalendarEvent> events) =>
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//MentorCourseLti//Calendar//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        $"NAME:{Escaped(name)}",
        // Outlook, Google and Apple read these and not RFC 7986.
        $"X-WR-CALNAME:{Escaped(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        .. events.SelectMany(Lines),
        "END:VCALENDAR",
    ];

    private static IEnumerable<string> Lines(CalendarEvent entry)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{Escaped(entry.Uid)}";
        yield return $"DTSTAMP:{Utc(entry.ChangedAt)}";
        yield return $"LAST-MODIFIED:{Utc(entry.ChangedAt)}";
        yield return $"SEQUENCE:{entry.Sequence.ToString(CultureInfo.InvariantCulture)}";
        yield return $"DTSTART:{Utc(entry.StartsAt)}";
        // An end must be later than the start; without one it is a moment. RFC 5545, 3.6.1 and 3.8.2.2.
        if (entry.EndsAt - entry.StartsAt >= TimeSpan.FromSeconds(1))
            yield return $"DTEND:{Utc(entry.EndsAt)}";
        if (entry.Summary.Length > 0)
            yield return $"SUMMARY:{Escaped(entry.Summary)}";
        if (entry.Description.Length > 0)
            yield return $"DESCRIPTION:{Escaped(entry.Description)}";
        if (entry.Location.Length > 0)
            yield return $"LOCATION:{Escaped(entry.Location)}";
        if (entry.Url is { } url)
            yield return $"URL:{url.AbsoluteUri}";
        yield return entry.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED";
        yield return "END:VEVENT";
    }

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // RFC 5545, 3.3.11. Unicode's line ends count too: there are readers that split lines at them.
    private static string Escaped(string text) => text
        .ReplaceLineEndings("\n")
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal)
        .Replace("\n", @"\n", StringComparison.Ordinal);

    private static string Folded(string line)
    {
        var folded = new StringBuilder(line.Length + 2);
        int octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            // No property has any but the tab (RFC 5545, 3.1), and without them none begins where this one does not end.
            if (Rune.IsControl(rune) && rune.Value != '\t')
                continue;
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        return folded.Append("\r\n").ToString();
    }
}
