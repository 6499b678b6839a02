using System.Globalization;
using PracticeLms.Courses;
using PracticeLms.Troubles;

namespace PracticeLms.Pages;

/// <summary>Numbers, times and choices as people read them.</summary>
internal static class Words
{
    public static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Machine(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");

    public static decimal? Read(string? points) =>
        decimal.TryParse(points?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static string Of(TroubleKind kind) => kind switch
    {
        TroubleKind.Unavailable => "Unavailable (503)",
        TroubleKind.Throttled => "Too many requests (429 with Retry-After)",
        TroubleKind.Rationed => "Rate limit used up (403, as Canvas says it)",
        TroubleKind.Timeout => "No answer for a minute",
        TroubleKind.Revoked => "Tokens revoked (401 until a new one is asked for)",
        TroubleKind.LostAnswer => "Done, but the answer is lost",
        _ => "All well",
    };

    public static string Of(GradeSync sync) => sync switch
    {
        GradeSync.None => "Nothing: launches offer no gradebook",
        GradeSync.SyncOnly => "Grade sync only",
        _ => "Grade sync and column management",
    };
}
