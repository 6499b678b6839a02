using System.Globalization;
using MentorCourseLti.Internship.Mentoring;

namespace MentorCourseLti.Features.Logs;

/// <summary>An entry as its reviewer saw it: a mentor may have changed it since, or another reviewer decided.</summary>
public readonly record struct SeenEntry(LogEntryId Id, int Version)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Version}");

    /// <summary>None where a form was not ours.</summary>
    public static SeenEntry? Find(string? text) =>
        text?.Split(':') is [var id, var version] && Guid.TryParse(id, out var entry) && int.TryParse(version, CultureInfo.InvariantCulture, out int number)
            ? new SeenEntry(new LogEntryId(entry), number)
            : null;
}
