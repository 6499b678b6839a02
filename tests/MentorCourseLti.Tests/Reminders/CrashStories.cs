using MentorCourseLti.Data;
using MentorCourseLti.Reminders;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Reminders;

/// <summary>The program is killed in the middle of the morning's mail, and two nodes go on. The killed one is a process of its own.</summary>
public sealed class CrashStories(PostgresServer server)
{
    private const int Readers = 40;
    private const int BeforeTheCrash = 8;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task After_a_crash_two_nodes_go_on_everybody_is_told_once_and_nobody_gets_an_e_mail_twice(DatabaseProvider provider)
    {
        using var database = await TestDatabase.OnAsync(provider, server);
        int port = FreePort.Find();
        var course = await Mailroom.FillAsync(database, Readers);
        await using var post = PostOffice.Open(port);
        using var turns = new SemaphoreSlim(BeforeTheCrash);
        post.Turns = turns;
        using (var process = await ToolProcess.ServeAsync(database, FreePort.Address(), settings: Mailroom.Settings(port)))
        {
            await Eventually.Is(() => post.Mails.Count == BeforeTheCrash && post.Waiting == 1, "the morning's mail is on its way");
            await process.KillAsync();
        }

        post.Turns = null;
        turns.Release();
        await using var one = await ToolHost.StartAsync(database.Lent(), Mailroom.Settings(port));
        await using var two = await ToolHost.StartAsync(database.Lent(), Mailroom.Settings(port));
        var now = TimeProvider.System.GetUtcNow();
        (await Task.WhenAll(one.WakesAsync(course, now, ClockZones.Noon), two.WakesAsync(course, now, ClockZones.Noon))).ShouldBe([false, false], "it was written before");
        await Task.WhenAll(Mailroom.PostsAsync(one, now), Mailroom.PostsAsync(two, now));
        await Eventually.Is(async () => await one.AskAsync(db => db.ReminderMessages.CountAsync(message => message.Mail == MailState.Sent)) >= Readers - 1, "the others went out");

        var messages = await one.AskAsync(db => db.ReminderMessages.AsNoTracking().ToListAsync());
        messages.Select(message => message.Subject).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, Readers).Select(Mailroom.Subject).Order(StringComparer.Ordinal));
        post.Mails.Select(mail => mail.MessageId).ShouldBeUnique();
        // One was in the mail server's hands when it happened.
        int inHand = messages.Count(message => message.Mail is MailState.InHand);
        inHand.ShouldBe(1);
        messages.Count(message => message.Mail is MailState.Sent).ShouldBe(Readers - inHand);
        post.Mails.Count.ShouldBeInRange(Readers - inHand, Readers);

        await Mailroom.PostsAsync(two, now.AddMinutes(11));
        (await one.AskAsync(db => db.ReminderMessages.CountAsync(message => message.Mail == MailState.InDoubt))).ShouldBe(inHand);
        post.Mails.Select(mail => mail.MessageId).ShouldBeUnique();
    }
}
