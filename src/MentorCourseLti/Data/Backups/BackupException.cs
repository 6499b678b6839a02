namespace MentorCourseLti.Data.Backups;

/// <summary>A backup cannot be made or restored; the message says why, and nothing was changed.</summary>
public sealed class BackupException(string message) : Exception(message);
