using System.Globalization;

namespace MentorCourseLti.Features.Files;

/// <summary>Writes sizes as file managers do.</summary>
public static class FileSize
{
    private const double Kilobyte = 1024;
    private const double Megabyte = Kilobyte * Kilobyte;

    public static string Of(long bytes) => bytes < Megabyte
        ? string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, Math.Ceiling(bytes / Kilobyte)):0} kB")
        : Megabytes(bytes) + " MB";

    public static string Megabytes(long bytes) => (bytes / Megabyte).ToString("0.#", CultureInfo.CurrentCulture);
}
