using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Wire;

/// <summary>
/// One kept-alive connection that knows just enough HTTP/1.1: what the driver does not spend, the two programs under
/// measurement have. Blocking: a worker is a thread.
/// </summary>
internal sealed class PlainConnection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[65_536];
    private int filled;

    public PlainConnection(Uri address) => socket.Connect(IPAddress.Loopback, address.Port);

    /// <summary>Sends a whole request and waits for the whole answer, which is good until the next request.</summary>
    public PlainAnswer Exchange(ReadOnlySpan<byte> request)
    {
        socket.Send(request);
        filled = 0;

        int headEnd;
        while ((headEnd = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
            Receive();
        int bodyStart = headEnd + 4;
        string head = Encoding.Latin1.GetString(buffer, 0, headEnd + 2);
        int status = int.Parse(head.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);

        var answer = new PlainAnswer(status, head, default);
        int bodyEnd = answer.Header("Content-Length") is { } length ? ReadUntil(bodyStart + int.Parse(length, System.Globalization.CultureInfo.InvariantCulture))
            : answer.Header("Transfer-Encoding") is not null ? ReadChunks(bodyStart)
            : bodyStart;
        return answer with { Body = buffer.AsMemory(bodyStart, bodyEnd - bodyStart) };
    }

    public void Dispose() => socket.Dispose();

    private int ReadUntil(int end)
    {
        while (filled < end)
            Receive();
        return end;
    }

    /// <summary>The sizes between chunks stay in the body: nobody here looks at what stands across two chunks.</summary>
    private int ReadChunks(int at)
    {
        while (true)
        {
            int lineLength;
            while ((lineLength = buffer.AsSpan(at, filled - at).IndexOf("\r\n"u8)) < 0)
                Receive();
            if (!Utf8Parser.TryParse(buffer.AsSpan(at, lineLength), out int size, out _, 'X'))
                throw new InvalidDataException("A chunk without a size.");
            at = ReadUntil(at + lineLength + 2 + size + 2);
            if (size == 0)
                return at;
        }
    }

    private void Receive()
    {
        if (filled == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        int received = socket.Receive(buffer.AsSpan(filled));
        if (received == 0)
            throw new IOException("The tool closed the connection.");
        filled += received;
    }
}
