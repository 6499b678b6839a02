using System.Data;
using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using MentorCourseLti.Data.Files;
using MentorCourseLti.Internship.Attachments;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Data.Backups;

/// <summary>
/// Writes everything there is into one archive, while the tool runs: the rows of one moment (a read snapshot, which holds nobody up), and the
/// files that they name, which stay for days after their rows. (Decision 7.)
/// </summary>
internal sealed class BackupWriter(CourseDb db, FileStore files, TimeProvider clock)
{
    /// <summary>Makes the file, or replaces it once the new one is whole.</summary>
    public async Task<BackupManifest> WriteAsync(string path, CancellationToken cancel)
    {
        string unfinished = path + ".unfinished";
        try
        {
            BackupManifest manifest;
            await using (var stream = OwnersOnly(unfinished))
            {
                manifest = await WriteAsync(stream, cancel);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
            return manifest;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private async Task<BackupManifest> WriteAsync(FileStream stream, CancellationToken cancel)
    {
        await using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        await db.Database.OpenConnectionAsync(cancel);
        await using var snapshot = await SnapshotAsync(db.Database.GetDbConnection(), cancel);
        var tables = new List<BackupTable>();
        foreach (var table in BackupTables.Of(db.Model))
            tables.Add(await WriteTableAsync(archive, table, snapshot, cancel));
        var (written, missing) = await WriteFilesAsync(archive, await ReadFilesAsync(snapshot, cancel), cancel);
        string migration = MigrationName.Of((await db.Database.GetAppliedMigrationsAsync(cancel)).Last());
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, clock.GetUtcNow().UtcDateTime, migration, tables, written, missing);
        await using var entry = await archive.CreateEntry(BackupManifest.Entry).OpenAsync(cancel);
        await JsonSerializer.SerializeAsync(entry, manifest, cancellationToken: cancel);
        return manifest;
    }

    /// <summary>Passwords are not in a backup, but keys and what people wrote are.</summary>
    private static FileStream OwnersOnly(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private static async Task<DbTransaction> SnapshotAsync(DbConnection connection, CancellationToken cancel) => connection is SqliteConnection sqlite
        // Deferred: it reads only, so it takes no lock that a writer would wait for.
        ? sqlite.BeginTransaction(deferred: true)
        : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    private static async Task<BackupTable> WriteTableAsync(ZipArchive archive, BackupTable table, DbTransaction snapshot, CancellationToken cancel)
    {
        await using var command = snapshot.Connection!.CreateCommand();
        command.Transaction = snapshot;
        command.CommandText = $"SELECT {Sql.Names(table.Columns)} FROM \"{table.Name}\"";
        await using var row = await command.ExecuteReaderAsync(cancel);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var entry = await archive.CreateEntry(table.Entry, CompressionLevel.Fastest).OpenAsync(cancel);
        using var line = new MemoryStream();
        await using var json = new Utf8JsonWriter(line);
        long rows = 0;
        for (; await row.ReadAsync(cancel); rows++)
        {
            WriteRow(json, table.Columns, row);
            line.WriteByte((byte)'\n');
            digest.AppendData(line.GetBuffer(), 0, (int)line.Length);
            await entry.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), cancel);
            line.SetLength(0);
            json.Reset();
        }

        return table with { Rows = rows, Digest = Convert.ToHexStringLower(digest.GetHashAndReset()) };
    }

    private static void WriteRow(Utf8JsonWriter json, IReadOnlyList<BackupColumn> columns, DbDataReader row)
    {
        json.WriteStartArray();
        for (int i = 0; i < columns.Count; i++)
            columns[i].Type.Write(json, row, i);
        json.WriteEndArray();
        json.Flush();
    }

    private static async Task<IReadOnlyList<(AttachmentId Id, string Digest)>> ReadFilesAsync(DbTransaction snapshot, CancellationToken cancel)
    {
        await using var command = snapshot.Connection!.CreateCommand();
        command.Transaction = snapshot;
        command.CommandText = "SELECT \"Id\", \"Digest\" FROM \"Attachments\"";
        await using var row = await command.ExecuteReaderAsync(cancel);
        var found = new List<(AttachmentId, string)>();
        while (await row.ReadAsync(cancel))
            found.Add((new AttachmentId(row.GetGuid(0)), row.GetString(1)));
        return found;
    }

    /// <summary>A file that was lost is named and left out: the rest is worth the more. Where all of them are lost, this is the wrong folder.</summary>
    private async Task<(List<BackupFile> Written, List<Guid> Missing)> WriteFilesAsync(ZipArchive archive, IReadOnlyList<(AttachmentId Id, string Digest)> named, CancellationToken cancel)
    {
        var (written, missing) = (new List<BackupFile>(), new List<Guid>());
        foreach (var (id, digest) in named)
        {
            var file = new BackupFile(id.Value, digest);
            if (await WriteFileAsync(archive, file, cancel))
                written.Add(file);
            else
                missing.Add(id.Value);
        }

        return written.Count > 0 || missing.Count == 0
            ? (written, missing)
            : throw new BackupException($"None of the {missing.Count} attachments is in {files.Folder}. Is MentorCourse:Files:Folder the folder that the tool uses?");
    }

    private async Task<bool> WriteFileAsync(ZipArchive archive, BackupFile file, CancellationToken cancel)
    {
        string path = files.PathOf(new AttachmentId(file.Id));
        if (!File.Exists(path))
            return false;
        await using var content = File.OpenRead(path);
        // Pictures and documents are compressed already.
        await using var entry = await archive.CreateEntry(file.Entry, CompressionLevel.NoCompression).OpenAsync(cancel);
        await content.CopyToAsync(entry, cancel);
        return true;
    }
}
