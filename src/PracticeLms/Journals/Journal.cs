using System.Text.Json;
using System.Threading.Channels;

namespace PracticeLms.Journals;

/// <summary>
/// Everything that happened, one JSON line each, so that a restart finds the campus as it was. Entries are written in
/// batches behind the requests' backs: a power cut may lose the last moments, which a practice LMS can bear.
/// </summary>
public sealed class Journal : IAsyncDisposable
{
    private const int BatchBytes = 256 * 1024;

    private readonly Channel<JournalEntry> entries =
        Channel.CreateUnbounded<JournalEntry>(new UnboundedChannelOptions { SingleReader = true });
    private readonly FileStream? file;
    private readonly Task writing;

    private Journal(FileStream? file)
    {
        this.file = file;
        writing = file is null ? Task.CompletedTask : Task.Run(() => WriteAsync(file));
    }

    /// <summary>Remembers nothing.</summary>
    public static Journal InMemory() => new(file: null);

    /// <summary>Opens the folder's journal, hands every entry in it to <paramref name="replay"/>, and goes on at its end.</summary>
    public static Journal Open(string folder, Action<JournalEntry> replay)
    {
        Directory.CreateDirectory(folder);
        var opened = new FileStream(Path.Combine(folder, "journal.jsonl"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        CutTornLine(opened);
        Replay(opened, replay);
        return new(opened);
    }

    public void Append(JournalEntry entry)
    {
        if (file is not null) entries.Writer.TryWrite(entry);
    }

    /// <summary>Writes what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        entries.Writer.TryComplete();
        await writing;
        if (file is not null) await file.DisposeAsync();
    }

    // A process that was killed in the middle of a write leaves half a line behind.
    private static void CutTornLine(FileStream lines)
    {
        var end = lines.Length;
        while (end > 0)
        {
            lines.Position = end - 1;
            if (lines.ReadByte() == '\n') break;
            end--;
        }

        lines.SetLength(end);
        lines.Position = 0;
    }

    private static void Replay(FileStream journal, Action<JournalEntry> replay)
    {
        using var lines = new StreamReader(journal, leaveOpen: true);
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            try
            {
                if (JsonSerializer.Deserialize(line, JournalJson.Default.JournalEntry) is { } entry) replay(entry);
            }
            catch (JsonException broken)
            {
                throw new InvalidDataException($"--data: line {number} of {journal.Name} is not an entry of a journal. Mend or remove the file.", broken);
            }
        }

        journal.Position = journal.Length;
    }

    private async Task WriteAsync(FileStream target)
    {
        using var batch = new MemoryStream(BatchBytes);
        await using var json = new Utf8JsonWriter(batch);
        while (await entries.Reader.WaitToReadAsync())
        {
            while (batch.Length < BatchBytes && entries.Reader.TryRead(out var entry))
            {
                JsonSerializer.Serialize(json, entry, JournalJson.Default.JournalEntry);
                await json.FlushAsync();
                json.Reset();
                batch.WriteByte((byte)'\n');
            }

            await target.WriteAsync(batch.GetBuffer().AsMemory(0, (int)batch.Length));
            await target.FlushAsync();
            batch.SetLength(0);
        }
    }
}
