using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace MentorCourseLti.Data.Backups;

/// <summary>A backup, opened and held against what it says of itself before anything is done with it.</summary>
internal sealed class BackupArchive : IAsyncDisposable
{
    private readonly ZipArchive archive;

    private BackupArchive(ZipArchive archive, BackupManifest manifest) => (this.archive, Manifest) = (archive, manifest);

    public BackupManifest Manifest { get; }

    public static async Task<BackupArchive> OpenAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(path))
            throw new BackupException($"There is no file {path}.");
        ZipArchive? zip = null;
        try
        {
            zip = await ZipFile.OpenReadAsync(path, cancel);
            var opened = new BackupArchive(zip, await ReadManifestAsync(zip, cancel));
            await opened.CheckAsync(cancel);
            return opened;
        }
        catch (Exception exception)
        {
            if (zip is not null)
                await zip.DisposeAsync();
            if (exception is InvalidDataException or JsonException or EndOfStreamException)
                throw Damaged(exception.Message);
            throw;
        }
    }

    /// <summary>The rows of a table, each as the values of its columns.</summary>
    public async IAsyncEnumerable<object[]> ReadAsync(BackupTable table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var entry = await Entry(table.Entry).OpenAsync(cancel);
        using var reader = new StreamReader(entry);
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return [.. json.RootElement.EnumerateArray().Select((value, i) => table.Columns[i].Type.Read(value))];
        }
    }

    public Task<Stream> OpenAsync(BackupFile file, CancellationToken cancel) => Entry(file.Entry).OpenAsync(cancel);

    public ValueTask DisposeAsync() => archive.DisposeAsync();

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive archive, CancellationToken cancel)
    {
        if (archive.GetEntry(BackupManifest.Entry) is not { } entry)
            throw Damaged("it has no manifest, so it broke off while it was being made, or is something else");
        await using var stream = await entry.OpenAsync(cancel);
        var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, cancellationToken: cancel) ?? throw Damaged("its manifest is empty");
        return manifest.Format <= BackupManifest.CurrentFormat
            ? manifest
            : throw new BackupException("This backup was made by a newer version of Mentor Course. Install that version, or a later one, and restore with it. Nothing was changed.");
    }

    private async Task CheckAsync(CancellationToken cancel)
    {
        foreach (var table in Manifest.Tables)
            await CheckAsync(table.Entry, table.Digest, cancel);
        foreach (var file in Manifest.Files)
            await CheckAsync(file.Entry, file.Digest, cancel);
    }

    private async Task CheckAsync(string name, string digest, CancellationToken cancel)
    {
        await using var stream = await Entry(name).OpenAsync(cancel);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel)) != digest)
            throw Damaged($"{name} is not what was written");
    }

    private ZipArchiveEntry Entry(string name) => archive.GetEntry(name) ?? throw Damaged($"{name} is missing");

    private static BackupException Damaged(string what) => new($"This backup is damaged: {what.TrimEnd('.')}. Nothing was changed; try an older one.");
}
