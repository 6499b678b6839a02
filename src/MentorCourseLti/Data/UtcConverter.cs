using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MentorCourseLti.Data;

internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    time => time.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
