using System.Net;
using System.Net.Sockets;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>What a mail server does that is none of the rules.</summary>
internal enum Rudeness
{
    /// <summary>Takes the connection and hangs up.</summary>
    DropsAtOnce,

    /// <summary>Takes the connection and says nothing.</summary>
    NeverSpeaks,

    /// <summary>Hangs up where it is told from whom the message is.</summary>
    DropsAtSender,

    /// <summary>Hears a whole message and hangs up without a word.</summary>
    DropsAfterText,

    /// <summary>Hears a whole message and goes on saying nothing.</summary>
    SilentAfterText,
}

/// <summary>A mail server that accepts and drops.</summary>
internal sealed class RudeMailServer : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly TcpListener listener;
    private readonly Rudeness rudeness;
    private readonly Task serving;
    private int connections;
    private int texts;

    private RudeMailServer(int port, Rudeness rudeness)
    {
        this.rudeness = rudeness;
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        serving = ServeAsync();
    }

    public int Connections => Volatile.Read(ref connections);

    /// <summary>Whole messages that it heard.</summary>
    public int Texts => Volatile.Read(ref texts);

    public static RudeMailServer Open(int port, Rudeness rudeness) => new(port, rudeness);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        await serving;
        closing.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(closing.Token);
                Interlocked.Increment(ref connections);
                await TalkAsync(client.GetStream());
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // The other side was rude, too, or the test is over.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        if (rudeness is Rudeness.DropsAtOnce)
            return;
        if (rudeness is Rudeness.NeverSpeaks)
            await SulkAsync(stream);
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 rude.example");
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            if (line.StartsWith("MAIL", StringComparison.Ordinal) && rudeness is Rudeness.DropsAtSender)
                return;
            if (!line.StartsWith("DATA", StringComparison.Ordinal))
            {
                await writer.WriteLineAsync("250 yes");
                continue;
            }

            await writer.WriteLineAsync("354 go on");
            while (await reader.ReadLineAsync(closing.Token) is not ("." or null))
            {
                // Heard, and not listened to.
            }

            Interlocked.Increment(ref texts);
            if (rudeness is Rudeness.SilentAfterText)
                await SulkAsync(stream);
            return;
        }
    }

    /// <summary>Until the other side has had enough.</summary>
    private async Task SulkAsync(NetworkStream stream)
    {
        byte[] nothing = new byte[64];
        while (await stream.ReadAsync(nothing, closing.Token) > 0)
        {
            // It may say what it likes.
        }
    }
}
