namespace MentorCourseLti.Data.Backups;

/// <summary>A migration's id is a time and a name; the name is the same in both databases.</summary>
internal static class MigrationName
{
    public static string Of(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
