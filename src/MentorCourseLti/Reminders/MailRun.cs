using MentorCourseLti.Data;
using MentorCourseLti.Hosting;
using MentorCourseLti.Hosting.Metrics;
using MentorCourseLti.Internship.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Reminders;

/// <summary>
/// Hands waiting messages to the mail server, one after the other. Each is taken in hand before anything is said of it, and by one run alone; what a crash or
/// a lost connection left in hand is never sent again (decision 17).
/// </summary>
internal sealed class MailRun(
    CourseDb db, MailBatches batches, ReminderMail mail, MailConnection connection, CourseMetrics metrics, IOptions<MentorCourseOptions> options, TimeProvider clock)
{
    /// <summary>Longer than any server may take. What has been in hand for longer is in nobody's.</summary>
    private static readonly TimeSpan LongestInHand = TimeSpan.FromMinutes(10);

    /// <summary>Yesterday's is still of use this morning.</summary>
    private static readonly TimeSpan OfUse = TimeSpan.FromHours(36);

    public async Task RunAsync(CancellationToken cancel)
    {
        if (!options.Value.Mail.IsOn)
            return;
        await LeaveInDoubtAsync(cancel);
        while (await batches.NextAsync(clock.GetUtcNow(), cancel) is { Count: > 0 } batch)
        {
            foreach (var letter in batch)
            {
                cancel.ThrowIfCancellationRequested();
                await SendAsync(letter, cancel);
                if (connection.IsInTrouble)
                {
                    // Nobody else's is tried with a server that just went away.
                    await PutOffAllAsync(letter.Message.MailTries, cancel);
                    return;
                }
            }
        }
    }

    private async Task SendAsync(Letter letter, CancellationToken cancel)
    {
        var (message, now) = (letter.Message, clock.GetUtcNow());
        db.ChangeTracker.Clear();
        db.Attach(message);
        if (QuietHours.Cover(now, letter.Zone))
            message.PutOff(QuietHours.MorningAfter(now, letter.Zone));
        else if (now - message.MadeAt > OfUse)
            message.EndUnsent(MailState.GivenUp, now);
        else if (letter.Mailbox is null || letter.Things.Count == 0)
            message.EndUnsent(MailState.Unneeded, now);
        else if (connection.IsOpen || await connection.OpenAsync(cancel))
            await HandOverAsync(letter, now, cancel);
        // Where this fails, another run has it.
        await db.TrySaveAsync(cancel);
    }

    private async Task HandOverAsync(Letter letter, DateTimeOffset now, CancellationToken cancel)
    {
        var message = letter.Message;
        message.TakeInHand(QuietHours.DayOf(now, letter.Zone), now);
        if (!await db.TrySaveAsync(cancel))
        {
            await WaitForTomorrowAsync(letter, now, cancel);
            return;
        }

        var outcome = await connection.SendAsync(mail.Write(letter, now));
        metrics.MailTried(outcome);
        await SettleAsync(message, outcome);
        if (outcome is MailOutcome.Refused { IsOfAddress: true })
            await RefuseAsync(message, letter.Mailbox!.Address);
    }

    /// <summary>The person had an e-mail today. (Or another run has this one in hand: then it does not wait, and nothing changes.)</summary>
    private async Task WaitForTomorrowAsync(Letter letter, DateTimeOffset now, CancellationToken cancel)
    {
        var (id, until) = (letter.Message.Id, QuietHours.MorningAfter(now, letter.Zone));
        using (await db.WriteTurnAsync(cancel))
        {
            await db.ReminderMessages.Where(message => message.Id == id && message.Mail == MailState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.MailNextAt, until), cancel);
        }
    }

    /// <summary>Not broken off where the program ends: what is known must be written down.</summary>
    private async Task SettleAsync(ReminderMessage message, MailOutcome outcome)
    {
        message.Settle(outcome, clock.GetUtcNow());
        if (await db.TrySaveAsync(CancellationToken.None))
            return;
        // It took so long that another run called it in doubt.
        var found = await db.ReminderMessages.SingleAsync(one => one.Id == message.Id);
        found.Settle(outcome, clock.GetUtcNow());
        await db.TrySaveAsync(CancellationToken.None);
    }

    private async Task RefuseAsync(ReminderMessage message, string address)
    {
        if (await db.ReminderChoices.FindAsync(message.PlatformId, message.Subject) is not { } choice)
            db.Add(choice = new ReminderChoice { PlatformId = message.PlatformId, Subject = message.Subject });
        choice.Refuse(address, clock.GetUtcNow());
        // Where the person chooses something at this moment, the next refusal says it again.
        await db.TrySaveAsync(CancellationToken.None);
    }

    private async Task LeaveInDoubtAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - LongestInHand;
        using (await db.WriteTurnAsync(cancel))
        {
            await db.ReminderMessages.Where(message => message.Mail == MailState.InHand && message.MailAt < before)
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.Mail, MailState.InDoubt), cancel);
        }
    }

    private async Task PutOffAllAsync(int tries, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var until = now + MailPauses.After(tries + 1);
        using (await db.WriteTurnAsync(cancel))
        {
            await db.ReminderMessages.Where(message => message.Mail == MailState.Waiting && message.MailNextAt <= now).ExecuteUpdateAsync(
                set => set.SetProperty(message => message.MailNextAt, until).SetProperty(message => message.MailTries, message => message.MailTries + 1), cancel);
        }
    }
}
