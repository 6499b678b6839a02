using System.IO.Compression;
using System.Text;

namespace MentorCourseLti.Features.Archive;

/// <summary>
/// A zip that goes out while it is written: nothing of it is kept but the names in it. It ends with its directory, without which no program opens it;
/// so what broke off is never taken for the whole, and this is not disposed of but completed.
/// </summary>
public sealed class StreamedZip
{
    private readonly ZipArchive zip;
    private readonly GatheringStream gathering;
    private readonly DateTimeOffset at;

    private StreamedZip(ZipArchive zip, GatheringStream gathering, DateTimeOffset at) => (this.zip, this.gathering, this.at) = (zip, gathering, at);

    /// <param name="at">What its files say of their age, in the zone of whoever reads it.</param>
    public static async Task<StreamedZip> BeginAsync(Stream to, DateTimeOffset at, CancellationToken cancel)
    {
        var stream = new GatheringStream(to);
        return new StreamedZip(await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel), stream, at);
    }

    public async Task AddAsync(string path, string text, CancellationToken cancel)
    {
        await using var entry = await OpenAsync(path, cancel);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
    }

    public async Task AddAsync(string path, Stream content, CancellationToken cancel)
    {
        await using var entry = await OpenAsync(path, cancel);
        await content.CopyToAsync(entry, cancel);
    }

    /// <summary>One at a time: the next begins where this ends.</summary>
    public Task<Stream> OpenAsync(string path, CancellationToken cancel)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = at;
        return entry.OpenAsync(cancel);
    }

    public async Task CompleteAsync(CancellationToken cancel)
    {
        await zip.DisposeAsync();
        await gathering.SendAsync(cancel);
    }
}
