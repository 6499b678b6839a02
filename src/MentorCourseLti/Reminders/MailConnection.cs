using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MentorCourseLti.Hosting;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MentorCourseLti.Reminders;

/// <summary>A connection to the mail server, for one message after the other.</summary>
internal sealed class MailConnection(IOptions<MentorCourseOptions> options, ILogger<MailConnection> log) : IAsyncDisposable
{
    private readonly MentorCourseOptions.MailSection settings = options.Value.Mail;
    private Client? client;

    public bool IsOpen => client is { IsConnected: true };

    /// <summary>It could not be opened, or was lost: the server is to be left alone for a while.</summary>
    public bool IsInTrouble { get; private set; }

    /// <summary>False where the server is away, or does not let us in.</summary>
    public async Task<bool> OpenAsync(CancellationToken cancel)
    {
        await DisposeAsync();
        client = new Client();
        using var patience = Patience(cancel);
        try
        {
            await client.ConnectAsync(settings.Host!, settings.Port, SecurityOf(settings.Tls), patience.Token);
            if (settings.User is { Length: > 0 } user)
                await client.AuthenticateAsync(user, settings.Password!, patience.Token);
            return true;
        }
        catch (Exception exception) when (IsTrouble(exception) && !cancel.IsCancellationRequested)
        {
            Log.ServerAway(log, exception.Message);
            IsInTrouble = true;
            await DisposeAsync();
            return false;
        }
    }

    /// <summary>Goes through with it even where the program ends: a message that is broken off is in doubt.</summary>
    public async Task<MailOutcome> SendAsync(MimeMessage message)
    {
        var open = client ?? throw new InvalidOperationException("The connection is not open.");
        open.HasRecipient = false;
        using var patience = Patience(CancellationToken.None);
        try
        {
            await open.SendAsync(message, patience.Token);
            return new MailOutcome.Sent();
        }
        catch (SmtpCommandException exception)
        {
            // A server that hangs up with its answer (421) wants to be left alone.
            IsInTrouble = !open.IsConnected;
            return OutcomeOf(exception);
        }
        catch (Exception exception) when (IsTrouble(exception))
        {
            Log.ConnectionLost(log, exception.Message);
            IsInTrouble = true;
            await DisposeAsync();
            // Before it knows for whom it is, the server has nothing that it could deliver.
            return open.HasRecipient ? new MailOutcome.InDoubt() : new MailOutcome.TryLater("");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (client is not { } closing)
            return;
        client = null;
        using (closing)
        {
            if (!closing.IsConnected)
                return;
            using var patience = Patience(CancellationToken.None);
            try
            {
                await closing.DisconnectAsync(quit: true, patience.Token);
            }
            catch (Exception exception) when (IsTrouble(exception))
            {
                // It is closed all the same.
            }
        }
    }

    private static MailOutcome OutcomeOf(SmtpCommandException exception)
    {
        string answer = string.Create(CultureInfo.InvariantCulture, $"{(int)exception.StatusCode} {exception.Message}");
        answer = PlainText.Line(answer, ReminderMessage.LongestAnswer) ?? "";
        // A server that does not like us as a sender has nothing against the address.
        return (int)exception.StatusCode < 500 || exception.ErrorCode is SmtpErrorCode.SenderNotAccepted
            ? new MailOutcome.TryLater(answer)
            : new MailOutcome.Refused(answer, IsOfAddress: exception.ErrorCode is SmtpErrorCode.RecipientNotAccepted);
    }

    private static SecureSocketOptions SecurityOf(MailTls tls) => tls switch
    {
        MailTls.Always => SecureSocketOptions.SslOnConnect,
        MailTls.Never => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>What a network, a server or a wrong setting does. A server that does not answer ends as cancelled.</summary>
    private static bool IsTrouble(Exception exception) => exception is ProtocolException or CommandException or IOException or SocketException or AuthenticationException
        or SslHandshakeException or NotSupportedException or OperationCanceledException or ServiceNotConnectedException or ServiceNotAuthenticatedException;

    private CancellationTokenSource Patience(CancellationToken cancel)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        return patience;
    }

    private sealed class Client : SmtpClient
    {
        public bool HasRecipient { get; set; }

        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
        {
            HasRecipient = true;
            base.OnRecipientAccepted(message, mailbox, response);
        }
    }
}
