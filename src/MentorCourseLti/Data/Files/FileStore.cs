using System.Security.Cryptography;
using MentorCourseLti.Internship.Attachments;

namespace MentorCourseLti.Data.Files;

/// <summary>
/// Where attachments' bytes lie: a folder of files named by ids, outside of the web root. A file is written before the row that names it
/// and goes after it, so that no row ever names a file that is not there.
/// </summary>
public sealed class FileStore(FilesOptions options, TimeProvider clock)
{
    /// <summary>How long a file without a row is kept: a backup that runs meanwhile still finds what its rows name.</summary>
    public static readonly TimeSpan KeptWithoutRow = TimeSpan.FromDays(2);

    private const string Arriving = "arriving";

    public string Folder => options.Folder;

    /// <summary>Writes a file and looks at what it is. Nothing stays of one that is not taken, or whose upload breaks off.</summary>
    public async Task<StoredFile> StoreAsync(AttachmentId id, Stream content, CancellationToken cancel)
    {
        string arriving = PathOfArriving(id);
        Directory.CreateDirectory(Path.GetDirectoryName(arriving)!);
        try
        {
            var stored = await WriteAsync(arriving, content, cancel);
            if (stored.Kind is null)
                File.Delete(arriving);
            else
                Keep(arriving, id);
            return stored;
        }
        catch
        {
            File.Delete(arriving);
            throw;
        }
    }

    /// <summary>From a backup, which has held it against its digest.</summary>
    public async Task PutBackAsync(AttachmentId id, Stream content, CancellationToken cancel)
    {
        string path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        await content.CopyToAsync(file, cancel);
        file.Flush(flushToDisk: true);
    }

    /// <summary>False where there is nothing to copy. The copy is as young as any file that arrives: no sweep takes it before its row is there.</summary>
    public bool TryCopy(AttachmentId from, AttachmentId to)
    {
        string source = PathOf(from);
        if (!File.Exists(source))
            return false;
        string arriving = PathOfArriving(to);
        Directory.CreateDirectory(Path.GetDirectoryName(arriving)!);
        File.Copy(source, arriving);
        File.SetLastWriteTimeUtc(arriving, clock.GetUtcNow().UtcDateTime);
        Keep(arriving, to);
        return true;
    }

    public string PathOf(AttachmentId id)
    {
        // The end of an id is random: files spread evenly over 256 folders.
        string name = id.Value.ToString("N");
        return Path.Combine(options.Folder, name[^2..], name);
    }

    internal string PathOfArriving(AttachmentId id) => Path.Combine(options.Folder, Arriving, id.Value.ToString("N"));

    public void Delete(AttachmentId id) => File.Delete(PathOf(id));

    /// <summary>Deletes files that no row names, once they are old enough. Returns how many it were.</summary>
    public int Sweep(IReadOnlySet<AttachmentId> named)
    {
        if (!Directory.Exists(options.Folder))
            return 0;
        var before = clock.GetUtcNow() - KeptWithoutRow;
        int swept = 0;
        foreach (string path in Directory.EnumerateFiles(options.Folder, "*", SearchOption.AllDirectories))
        {
            // What is not named as ours is not ours.
            if (!Guid.TryParseExact(Path.GetFileName(path), "N", out var guid) || File.GetLastWriteTimeUtc(path) > before.UtcDateTime)
                continue;
            bool isArriving = Path.GetFileName(Path.GetDirectoryName(path)) == Arriving;
            if (!isArriving && named.Contains(new AttachmentId(guid)))
                continue;
            File.Delete(path);
            swept++;
        }

        return swept;
    }

    private static async Task<StoredFile> WriteAsync(string path, Stream content, CancellationToken cancel)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, cancel)) > 0)
        {
            digest.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        file.Flush(flushToDisk: true);
        return new StoredFile(FileContent.FindKind(file), file.Length, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    private void Keep(string arriving, AttachmentId id)
    {
        string path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(arriving, path);
    }
}
