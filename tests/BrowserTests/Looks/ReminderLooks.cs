using BrowserTests.Drivers;
using MentorCourseLti.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests.Looks;

/// <summary>A mentor is reminded, chooses, and an e-mail's reader stops the e-mails: all of it by keyboard.</summary>
public sealed class ReminderLooks(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";

    [Fact]
    public async Task Reminders_from_the_line_on_Home_to_the_switches_and_the_end_of_e_mails()
    {
        // By day the tool's own job might be there first.
        var school = await OpenSchoolAsync(timeZone: ClockZones.Night);
        await school.Tool.AddLivingCourseAsync(school.Lms.Url, members: 6);
        var frame = await (await school.MentorAsync(2)).OpenInTabAsync(Link);
        string visit = Visit(frame);
        await frame.GotoAsync($"{visit}/reminders");
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Nothing to remind you of" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "reminders-none");

        await school.Tool.RemindAsync();
        await frame.GotoAsync($"{visit}/");
        var news = frame.GetByRole(AriaRole.Link, new() { Name = "new reminder" });
        await Expect(news).ToBeVisibleAsync();
        await Look.AtAsync(frame, "home-reminded");
        await news.PressAsync("Enter");
        await Expect(frame.GetByText("is not logged yet").Or(frame.GetByText("came back with a note")).First).ToBeVisibleAsync();
        await Look.AtAsync(frame, "reminders");

        string subject = school.Lms.Course.Mentors[2].Id;
        await school.Tool.InDatabaseAsync(db => RefuseAsync(db, subject));
        school.Tool.HasMailServer();
        await frame.GotoAsync($"{visit}/reminders");
        await frame.GetByLabel("Feedback that is ready").PressAsync("Space");
        await Look.AtAsync(frame, "reminders-mail-refused");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Save" }).PressAsync("Enter");
        await Expect(frame.GetByText("Saved.")).ToBeVisibleAsync();
        await Expect(frame.GetByLabel("Feedback that is ready")).Not.ToBeCheckedAsync();

        var platform = Guid.Empty;
        await school.Tool.InDatabaseAsync(async db => platform = await db.Platforms.Select(one => one.Id).SingleAsync());
        await frame.GotoAsync(school.Tool.UnsubscribeAddress(platform, subject));
        await Look.AtAsync(frame, "unsubscribe");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Stop the e-mails" }).PressAsync("Enter");
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "No more e-mail" })).ToBeVisibleAsync();
        await Look.AtAsync(frame, "unsubscribed");
    }

    private static async Task RefuseAsync(MentorCourseLti.Data.CourseDb db, string subject)
    {
        await db.Members.Where(member => member.Subject == subject).ExecuteUpdateAsync(set => set.SetProperty(member => member.Email, "ash@people.example.edu"));
        var message = await db.ReminderMessages.SingleAsync(one => one.Subject == subject);
        message.Settle(new MailOutcome.Refused("550 mailbox unavailable", IsOfAddress: true), message.MadeAt);
        var choice = new ReminderChoice { PlatformId = message.PlatformId, Subject = subject };
        choice.Refuse("ash@people.example.edu", message.MadeAt);
        db.Add(choice);
        await db.SaveChangesAsync();
    }
}
