using System.Net;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Submissions;
using MentorCourseLti.Reminders;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using SmtpServer.Protocol;

namespace MentorCourseLti.Tests.Reminders;

/// <summary>Reminders by e-mail, over real connections to mail servers that are kind, busy, stern and rude.</summary>
public sealed class MailStories
{
    [Fact]
    public async Task A_message_is_plain_text_and_HTML_and_says_how_to_stop_it()
    {
        await using var room = await Mailroom.OpenAsync(TestDatabase.OnSqlite());
        await using var post = PostOffice.Open(room.Port);
        await room.WakesAsync();
        var mail = post.Mails.ShouldHaveSingleItem();
        (mail.From.ToString(), mail.To.ToString(), mail.Subject).ShouldBe(("\"Mentor Course\" <mentor@mail.example.edu>", Mailroom.Address(0), "1 reminder from BIO 399"));
        mail.TextBody!.ShouldContain("“What <we> saw” is due");
        mail.HtmlBody!.ShouldContain("What &lt;we&gt; saw");
        mail.MessageId.ShouldBe($"{(await room.MessageAsync()).Id.Value:N}.reminder@127.0.0.1");
        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        mail.Headers["List-Unsubscribe"].ShouldStartWith($"<{room.Tool.Address}reminders/unsubscribe/");
        (await room.ReadsRemindersAsync()).ShouldContain("Sent by e-mail, too:");

        await room.PostsAsync(Mailroom.Morning.AddMinutes(1));
        post.Mails.Count.ShouldBe(1, "once is enough");

        // A link in it opens nothing by itself, and says so.
        string link = mail.TextBody!.Split('\n').First(line => line.Contains("/reflections/", StringComparison.Ordinal)).Trim();
        using var browser = new Browser();
        var page = await browser.GetAsync(new Uri(link));
        (page.Status, page.Code).ShouldBe((401, "visit.open-from-course"));
    }

    [Fact]
    public async Task The_tools_own_job_does_it_in_the_morning_and_logs_no_address()
    {
        using var database = TestDatabase.OnSqlite();
        await Mailroom.FillAsync(database, readers: 2);
        int port = FreePort.Find();
        await using var post = PostOffice.Open(port);
        post.Unknown[Mailroom.Address(1)] = true;
        using var log = new LogBook();
        await using (var tool = await ToolHost.StartAsync(database.Lent(), log, Mailroom.Settings(port)))
        {
            await Eventually.Is(async () => await tool.AskAsync(db => db.ReminderMessages.CountAsync(message => message.Mail == MailState.Sent || message.Mail == MailState.GivenUp)) == 2, "both are told");
        }

        post.Mails.Single().To.ToString().ShouldBe(Mailroom.Address(0));
        log.Text.ShouldNotContain("@people.example.edu");
        log.Text.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task On_a_server_that_speaks_German_the_days_in_it_are_English_as_its_words_are()
    {
        using var database = TestDatabase.OnSqlite();
        await Mailroom.FillAsync(database, readers: 1);
        int port = FreePort.Find();
        await using var post = PostOffice.Open(port);
        using var tool = await ToolProcess.ServeAsync(database, FreePort.Address(), settings: [.. Mailroom.Settings(port), ("LC_ALL", "de_DE.UTF-8"), ("LANG", "de_DE.UTF-8")]);
        await Eventually.Is(() => !post.Mails.IsEmpty, "it is noon");
        post.Mails.Single().TextBody!.ShouldMatch("(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [0-9]");
    }

    [Fact]
    public async Task One_click_in_the_mail_program_stops_the_mail_and_nothing_else_and_opening_the_address_does_not()
    {
        await using var room = await Mailroom.OpenAsync(TestDatabase.OnSqlite(), readers: 2);
        await using var post = PostOffice.Open(room.Port);
        await room.WakesAsync();
        var address = new Uri(post.Mails.Single(mail => mail.To.ToString() == Mailroom.Address(0)).Headers["List-Unsubscribe"]!.Trim('<', '>'));
        using var browser = new Browser();
        (await browser.GetAsync(address)).Heading.ShouldBe("No more reminders by e-mail?");
        (await room.ChoiceAsync()).ShouldBeNull("programs open links by themselves");
        (await browser.GetAsync(new Uri(address + "x"))).Status.ShouldBe(404);
        (await browser.PostAsync(new Uri(address + "x"), [])).Status.ShouldBe(404);

        foreach (int time in new[] { 1, 2 })
            (await browser.PostAsync(address, Person.Form([("List-Unsubscribe", "One-Click")]))).Heading.ShouldBe("No more e-mail", $"click {time}");
        (await room.ChoiceAsync())!.WantsMail.ShouldBeFalse();
        await room.WakesAsync(fromToday: 1);
        post.Mails.Count(mail => mail.To.ToString() == Mailroom.Address(0)).ShouldBe(1);
        post.Mails.Count(mail => mail.To.ToString() == Mailroom.Address(1)).ShouldBe(2);
        (await room.MessageAsync(fromToday: 1)).Mail.ShouldBe(MailState.None);
        (await room.ReadsRemindersAsync()).ShouldContain("“What <we> saw” is due", customMessage: "in the tool they go on");
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_with_growing_pauses_and_the_message_arrives_once()
    {
        await using var room = await Mailroom.OpenAsync(TestDatabase.OnSqlite());
        await using var post = PostOffice.Open(room.Port);
        post.Answer = new SmtpResponse(SmtpReplyCode.ServiceUnavailable, "Try later");
        await room.WakesAsync();
        var pauses = new List<TimeSpan>();
        for (int i = 0; i < 3; i++)
        {
            var message = await room.MessageAsync();
            message.Mail.ShouldBe(MailState.Waiting);
            pauses.Add(message.MailNextAt - message.MailAt!.Value);
            await room.PostsAsync(message.MailNextAt.AddSeconds(-1));
            (await room.MessageAsync()).MailTries.ShouldBe(i + 1, "not before its time");
            await room.PostsAsync(message.MailNextAt);
        }

        pauses.ShouldBe([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4)]);
        (await room.ReadsRemindersAsync()).ShouldContain("the mail server could not take it yet, and is asked again");
        post.Answer = SmtpResponse.Ok;
        await room.PostsAsync((await room.MessageAsync()).MailNextAt);
        post.Mails.Count.ShouldBe(1);
        (await room.MessageAsync()).Mail.ShouldBe(MailState.Sent);
    }

    [Fact]
    public async Task An_address_that_the_server_does_not_know_is_given_up_the_page_says_so_and_another_one_is_tried()
    {
        await using var room = await Mailroom.OpenAsync(TestDatabase.OnSqlite());
        await using var post = PostOffice.Open(room.Port);
        post.Unknown[Mailroom.Address(0)] = true;
        await room.WakesAsync();
        (await room.MessageAsync()).Mail.ShouldBe(MailState.GivenUp);
        string page = await room.ReadsRemindersAsync();
        page.ShouldContain("The mail server did not take it: 550");
        page.ShouldContain($"The mail server does not know {Mailroom.Address(0)}. Nothing is sent there until Our Moodle tells another address.");
        page.ShouldContain("“What <we> saw” is due", customMessage: "nothing is lost");
        await room.WakesAsync(fromToday: 1);
        (await room.MessageAsync(fromToday: 1)).Mail.ShouldBe(MailState.None);

        await room.Tool.AskAsync(db => db.Members.ExecuteUpdateAsync(set => set.SetProperty(member => member.Email, "other@people.example.edu")));
        await room.Tool.AskAsync(db => db.ReminderMessages.Where(message => message.Mail == MailState.None).ExecuteDeleteAsync());
        await room.Tool.AskAsync(db => db.ReminderRounds.ExecuteDeleteAsync());
        await room.WakesAsync(fromToday: 1);
        post.Mails.Single().To.ToString().ShouldBe("other@people.example.edu");
    }

    [Theory]
    [InlineData((int)Rudeness.DropsAtOnce)]
    [InlineData((int)Rudeness.DropsAtSender)]
    [InlineData((int)Rudeness.NeverSpeaks)]
    public async Task A_server_that_drops_a_message_before_it_has_it_gets_it_again_and_is_left_alone_meanwhile(int rudeness)
    {
        await using var room = await Mailroom.OpenAsync(TestDatabase.OnSqlite(), readers: 3, timeoutSeconds: 1);
        await using (var rude = RudeMailServer.Open(room.Port, (Rudeness)rudeness))
        {
            await room.WakesAsync();
            await room.PostsAsync(Mailroom.Morning.AddSeconds(1));
            rude.Connections.ShouldBe(1, "one message tries, and none of the others");
        }

        for (int i = 0; i < 3; i++)
            (await room.MessageAsync(i)).Mail.ShouldBe(MailState.Waiting);
        await using var post = PostOffice.Open(room.Port);
        await room.PostsAsync(Mailroom.Morning.AddMinutes(5));
        post.Mails.Select(mail => mail.To.ToString()).Order().ShouldBe([Mailroom.Address(0), Mailroom.Address(1), Mailroom.Address(2)]);
    }

    [Theory]
    [InlineData((int)Rudeness.DropsAfterText)]
    [InlineData((int)Rudeness.SilentAfterText)]
    public async Task A_message_that_a_server_heard_and_did_not_answer_is_not_sent_twice_and_stands_in_the_tool(int rudeness)
    {
        await using var room = await Mailroom.OpenAsync(TestDatabase.OnSqlite(), timeoutSeconds: 1);
        await using (var rude = RudeMailServer.Open(room.Port, (Rudeness)rudeness))
        {
            await room.WakesAsync();
            rude.Texts.ShouldBe(1);
        }

        (await room.MessageAsync()).Mail.ShouldBe(MailState.InDoubt);
        await using var post = PostOffice.Open(room.Port);
        await room.PostsAsync(Mailroom.Morning.AddHours(2));
        post.Mails.ShouldBeEmpty();
        string page = await room.ReadsRemindersAsync();
        page.ShouldContain("“What <we> saw” is due");
        page.ShouldContain("By e-mail it may have arrived or not");
    }

    [Fact]
    public async Task At_night_nothing_goes_out_and_what_waited_goes_with_the_message_of_the_morning()
    {
        await using var room = await Mailroom.OpenAsync(TestDatabase.OnSqlite());
        await room.WakesAsync();
        (await room.MessageAsync()).Mail.ShouldBe(MailState.Waiting, "no server is there");
        await using var post = PostOffice.Open(room.Port);
        await room.PostsAsync(Mailroom.Morning.AddHours(12));
        post.Mails.ShouldBeEmpty("it is eight in the evening");
        await room.WakesAsync(fromToday: 1);
        post.Mails.Count.ShouldBe(1, "one e-mail of one day");
        ((await room.MessageAsync()).Mail, (await room.MessageAsync(fromToday: 1)).Mail).ShouldBe((MailState.Replaced, MailState.Sent));
    }

    [Fact]
    public async Task Of_two_messages_that_wait_one_goes_out_a_day()
    {
        await using var room = await Mailroom.OpenAsync(TestDatabase.OnSqlite());
        await room.WakesAsync();
        // Yesterday's is in hand while today's is written: it cannot give way.
        await room.Tool.AskAsync(db => db.ReminderMessages.ExecuteUpdateAsync(set => set.SetProperty(message => message.Mail, MailState.InHand)));
        await room.Tool.WakesAsync(room.Course, Mornings.Of(1));
        await room.Tool.AskAsync(db => db.ReminderMessages.ExecuteUpdateAsync(set => set.SetProperty(message => message.Mail, MailState.Waiting)));
        await using var post = PostOffice.Open(room.Port);
        await room.PostsAsync(Mornings.Of(1).AddMinutes(5));
        post.Mails.Count.ShouldBe(1);
        var later = await room.MessageAsync(fromToday: 1);
        (later.Mail, later.MailNextAt).ShouldBe((MailState.Waiting, Mornings.Of(2)));
    }

    [Fact]
    public async Task What_was_done_before_it_could_be_sent_is_not_sent()
    {
        await using var room = await Mailroom.OpenAsync(TestDatabase.OnSqlite());
        await room.Tool.WakesAsync(room.Course, Mailroom.Morning);
        await room.Tool.AskAsync(HandInAsync);
        await using var post = PostOffice.Open(room.Port);
        await room.PostsAsync(Mailroom.Morning);
        post.Mails.ShouldBeEmpty();
        (await room.MessageAsync()).Mail.ShouldBe(MailState.Unneeded);
    }

    private static async Task<int> HandInAsync(CourseDb db)
    {
        var (activity, member, now) = (await db.Activities.SingleAsync(), await db.Members.SingleAsync(), TimeProvider.System.GetUtcNow());
        var (submission, terms) = (Submission.Begin(activity, member.Id, now), activity.TermsFor(allowance: null));
        submission.SaveDraft("In time.", 0, terms, now);
        submission.HandIn(submission.DraftVersion, [], terms, now);
        db.Add(submission);
        return await db.SaveChangesAsync();
    }
}
