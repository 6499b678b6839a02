namespace MentorCourseLti.Features.Archive;

/// <summary>
/// Gathers what is written and sends it in larger pieces. .NET's zip ends each of its entries with a few bytes written synchronously, which a web answer does
/// not take: they wait here for the next write.
/// </summary>
internal sealed class GatheringStream(Stream to) : Stream
{
    private const int Enough = 64 * 1024;

    private readonly MemoryStream gathered = new(2 * Enough);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => gathered.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => gathered.Write(buffer);

    public override void WriteByte(byte value) => gathered.WriteByte(value);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        gathered.Write(buffer.Span);
        if (gathered.Length >= Enough)
            await SendAsync(cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Sends all there is.</summary>
    public async Task SendAsync(CancellationToken cancel)
    {
        await to.WriteAsync(gathered.GetBuffer().AsMemory(0, (int)gathered.Length), cancel);
        gathered.SetLength(0);
    }

    /// <summary>The zip flushes after each entry: so little need not go out by itself.</summary>
    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
