using System.Globalization;

namespace MentorCourseLti.Features.Shared;

/// <summary>Days and times of the clock as <c>date</c> and <c>time</c> fields write them.</summary>
internal static class DayText
{
    private const string Format = "yyyy-MM-dd";

    public static string Of(DateOnly? day) => day?.ToString(Format, CultureInfo.InvariantCulture) ?? "";

    public static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1900 and <= 9000;

    public static bool TryReadClock(string? text, out TimeOnly at) => TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out at);

    /// <summary>"Fri 6 Feb".</summary>
    public static string Short(this DateOnly day) => day.ToString("ddd d MMM", CultureInfo.CurrentCulture);
}
