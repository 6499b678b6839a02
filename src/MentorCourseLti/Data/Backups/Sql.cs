namespace MentorCourseLti.Data.Backups;

/// <summary>Parts of statements that name what a manifest names; both databases quote alike.</summary>
internal static class Sql
{
    public static string Names(IEnumerable<BackupColumn> columns) => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
}
