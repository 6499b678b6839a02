using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MentorCourseLti.Data;

/// <summary>A day of a calendar is text in both databases (2026-02-06): it has no zone, and a backup of one can be restored into the other.</summary>
internal sealed class DayConverter() : ValueConverter<DateOnly, string>(
    day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));
