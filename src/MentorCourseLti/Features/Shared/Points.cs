using System.Globalization;

namespace MentorCourseLti.Features.Shared;

/// <summary>Writes points as people do: 17, 17.5, never 17.50.</summary>
public static class Points
{
    public static string Of(decimal? points) => points?.ToString("0.##", CultureInfo.CurrentCulture) ?? "";

    /// <summary>For fields and scripts, whatever the language.</summary>
    public static string Invariant(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);
}
