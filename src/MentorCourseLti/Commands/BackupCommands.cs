using System.Globalization;
using MentorCourseLti.Data;
using MentorCourseLti.Data.Backups;
using MentorCourseLti.Data.Files;

namespace MentorCourseLti.Commands;

/// <summary>Everything there is, into one file and back.</summary>
internal static class BackupCommands
{
    /// <summary>While the tool runs.</summary>
    public static async Task BackupAsync(IServiceProvider services, CommandArguments arguments, TextWriter output, CancellationToken cancel)
    {
        string to = arguments.Optional("--to") ?? ".";
        arguments.RefuseOthers();
        var clock = services.GetRequiredService<TimeProvider>();
        string path = Path.GetFullPath(Directory.Exists(to) ? Path.Combine(to, clock.GetUtcNow().ToString("'mentor-course-'yyyy-MM-dd'T'HHmm'.backup'", CultureInfo.InvariantCulture)) : to);
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new CommandException($"There is no folder {Path.GetDirectoryName(path)}.");

        var writer = new BackupWriter(services.GetRequiredService<CourseDb>(), services.GetRequiredService<FileStore>(), clock);
        var manifest = await writer.WriteAsync(path, cancel);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"Wrote {path}: {manifest.Tables.Sum(table => table.Rows)} rows and {manifest.Files.Count} files. It holds keys and what people wrote: keep it safe."));
        if (manifest.Missing.Count > 0)
            await output.WriteLineAsync($"These attachments have lost their file, so it is not in the backup: {string.Join(", ", manifest.Missing)}.");
    }

    /// <summary>Into an empty database, before the tool starts on it.</summary>
    public static async Task RestoreAsync(IServiceProvider services, CommandArguments arguments, TextWriter output, CancellationToken cancel)
    {
        string from = arguments.Required("--from");
        bool replace = arguments.Optional("--replace") switch
        {
            null or "no" => false,
            "yes" => true,
            var other => throw new CommandException($"--replace is yes or no, not \"{other}\"."),
        };
        arguments.RefuseOthers();

        await using var backup = await BackupArchive.OpenAsync(from, cancel);
        var restorer = new BackupRestorer(services.GetRequiredService<CourseDb>(), services.GetRequiredService<DatabaseOptions>(), services.GetRequiredService<FileStore>());
        await restorer.RestoreAsync(backup, replace, cancel);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Restored what there was on {backup.Manifest.MadeAt:yyyy-MM-dd HH:mm} UTC: {backup.Manifest.Tables.Sum(table => table.Rows)} rows and {backup.Manifest.Files.Count} files. Start the tool now."));
    }
}
