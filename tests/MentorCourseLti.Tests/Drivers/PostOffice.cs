using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>A real mail server on loopback: everything that it takes lies in it to be read.</summary>
internal sealed class PostOffice : MessageStore, IMailboxFilter, IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly Task serving;
    private int waiting;

    private PostOffice(int port)
    {
        var services = new ServiceProvider();
        services.Add((IMessageStore)this);
        services.Add((IMailboxFilter)this);
        var options = new SmtpServerOptionsBuilder().ServerName("post.example").Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port))).Build();
        serving = new SmtpServer.SmtpServer(options, services).StartAsync(closing.Token);
    }

    /// <summary>In the order in which they came.</summary>
    public ConcurrentQueue<MimeMessage> Mails { get; } = new();

    /// <summary>Addresses that it does not know.</summary>
    public ConcurrentDictionary<string, bool> Unknown { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What it says once it has heard a message; by default that it took it.</summary>
    public SmtpResponse Answer { get; set; } = SmtpResponse.Ok;

    /// <summary>One for each mail that it takes: whoever brings another waits. Without any it takes all that come.</summary>
    public SemaphoreSlim? Turns { get; set; }

    /// <summary>How many wait for their turn.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    public static PostOffice Open(int port) => new(port);

    public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        if (Turns is { } turns)
        {
            Interlocked.Increment(ref waiting);
            await turns.WaitAsync(cancellationToken);
            Interlocked.Decrement(ref waiting);
        }

        if (Answer == SmtpResponse.Ok)
            Mails.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(buffer.ToArray()), cancellationToken));
        return Answer;
    }

    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
        Task.FromResult(!Unknown.ContainsKey($"{to.User}@{to.Host}"));

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        try
        {
            await serving;
        }
        catch (OperationCanceledException)
        {
            // It is closed.
        }

        closing.Dispose();
    }
}
