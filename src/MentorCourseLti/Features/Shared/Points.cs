using System.Globalization;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Features.Shared;

/// <summary>Writes points as people do: 17, 17.5, never 17.50.</summary>
public static class Points
{
    public static string Of(decimal? points) => points?.ToString("0.##", CultureInfo.CurrentCulture) ?? "";

    /// <summary>As typed into a field; none where it is no number. A comma does for a point.</summary>
    public static decimal? Read(string? typed) =>
        decimal.TryParse(typed?.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out decimal points) ? points : null;

    /// <summary>What a level gives: 5, or 4–5.</summary>
    public static string Of(Level level) => level.Least is { } least ? $"{Of(least)}–{Of(level.Points)}" : Of(level.Points);

    /// <summary>For fields and scripts, whatever the language.</summary>
    public static string Invariant(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);
}
