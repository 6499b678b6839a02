namespace MentorCourseLti.Data.Files;

/// <summary>Where attachments lie and how many may be.</summary>
/// <param name="Folder">Full path. Several nodes share one folder.</param>
/// <param name="MostFiles">That go with one piece of work, or with one activity's instructions.</param>
/// <param name="MostBytes">Of one file.</param>
public sealed record FilesOptions(string Folder, int MostFiles, long MostBytes);
