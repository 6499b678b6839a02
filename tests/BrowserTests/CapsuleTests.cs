using BrowserTests.Drivers;
using BrowserTests.Pages;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserTests;

/// <summary>A mentor tells how a session went where there is no connection: what was told arrives, once, and as its mentor's.</summary>
public sealed class CapsuleTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Link = "Reflection 1: Why I mentor";
    private const string Did = "We read a graph of two populations.";
    private const string DidOtherwise = "We only talked.";

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_session_is_told_offline_after_the_tab_was_closed_and_arrives_once_with_the_next_visit()
    {
        var school = await OpenSchoolAsync();
        var desk = await (await school.InstructorAsync()).OpenInTabAsync(Link);
        var setUp = new LogPages(desk);
        await setUp.ChooseAsync();
        await setUp.CreateAsync();
        var phone = await PhoneAsync(school);
        var home = await phone.OpenInTabAsync(Link);
        var groups = new GroupPages(desk);
        await groups.MakeAsync(Visit(desk), phone.Name, "Ana\nBo");
        await groups.PlanAsync($"{Now.AddDays(-2):yyyy-MM-dd}", "15:00", "15:45");
        (await new Capsule(desk).KeptAddressesAsync()).ShouldBeEmpty();
        await home.GotoAsync(Visit(home));
        string address = await new Capsule(home).AddressAsync();
        await new Capsule(home).KeptAsync();

        // Where there is no connection, the tab is opened again from what this browser kept.
        await phone.Context.SetOfflineAsync(true);
        await home.Page.CloseAsync();
        var tab = await OpenAsync(phone, address);
        var session = new Capsule(tab);
        await Expect(session.From).ToHaveValueAsync("15:00");
        await Expect(session.Came("Ana")).ToBeCheckedAsync();
        await session.Came("Bo").UncheckAsync();
        await session.Did.FillAsync(Did);
        await session.LogAsync();
        await Expect(session.Queued).ToContainTextAsync("you can close this page");
        await Expect(session.Queued).ToBeInViewportAsync();
        await tab.Page.CloseAsync();

        // The link opens the log, which says at once what has arrived.
        await phone.Context.SetOfflineAsync(false);
        var log = await phone.OpenInTabAsync(Link);
        await Expect(new LogPages(log).Logged).ToBeVisibleAsync();
        await Expect(log.GetByText(Did)).ToHaveCountAsync(1);
        await Expect(log.GetByText("· Ana ·")).ToBeVisibleAsync();
        (await new Capsule(log).WaitingAsync()).ShouldBe(0);
        (await new Capsule(log).KeptAddressesAsync()).ShouldNotContain(kept => kept.StartsWith("/sessions/", StringComparison.Ordinal));
        await log.GotoAsync(Visit(log));
        await Expect(new Capsule(log).ToTell).ToBeHiddenAsync();

        await desk.GotoAsync(Visit(desk));
        await desk.GetByRole(AriaRole.Link, new() { Name = "1 log entry to approve" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "1 entry waits" })).ToBeVisibleAsync();
        await Expect(desk.GetByText(Did)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_told_is_sent_by_itself_when_the_connection_comes_back_with_the_words_of_that_moment()
    {
        var (school, phone, home) = await MetAsync();
        await home.GotoAsync(await new Capsule(home).AddressAsync());
        var session = new Capsule(home);

        await phone.Context.SetOfflineAsync(true);
        await session.Did.FillAsync(Did);
        await session.LogAsync();
        await Expect(session.Queued).ToBeVisibleAsync();
        // Something better comes to mind while it waits.
        await session.Did.FillAsync(DidOtherwise);
        await phone.Context.SetOfflineAsync(false);

        await Expect(new LogPages(home).Logged).ToBeVisibleAsync();
        await Expect(home.GetByText(DidOtherwise)).ToBeVisibleAsync();
        (await session.WaitingAsync()).ShouldBe(0);
        (await EntriesAsync(school)).ShouldBe(1);
    }

    [Fact]
    public async Task A_session_that_was_told_otherwise_from_another_phone_is_said_to_be_and_nothing_typed_is_lost()
    {
        var (school, phone, home) = await MetAsync();
        phone.Watch.Expect("status of 422");
        var tab = await TellOfflineAsync(phone, home);
        await TellFromAnotherPhoneAsync(school);

        await phone.Context.SetOfflineAsync(false);

        await ShouldSayWhyAsync(school, new Capsule(tab));
    }

    [Fact]
    public async Task What_was_refused_long_after_it_was_told_is_shown_wherever_its_mentor_comes_back()
    {
        var (school, phone, home) = await MetAsync();
        phone.Watch.Expect("status of 422");
        await (await TellOfflineAsync(phone, home)).Page.CloseAsync();
        await TellFromAnotherPhoneAsync(school);
        // The page of what is approved leads to the log.
        await school.Tool.InDatabaseAsync(async db =>
        {
            var entry = await db.LogEntries.SingleAsync();
            entry.Approve(entry.MemberId, "", Now);
            await db.SaveChangesAsync();
        });

        await phone.Context.SetOfflineAsync(false);
        var again = new Capsule(await phone.OpenInTabAsync(Link));
        await Expect(again.Refused).ToBeVisibleAsync();
        await again.SeeWhatWasRefusedAsync();

        await ShouldSayWhyAsync(school, again);
    }

    [Fact]
    public async Task The_next_person_at_the_device_finds_no_pages_of_the_first_and_sends_nothing_in_their_place()
    {
        var (school, device, home) = await MetAsync();
        await (await TellOfflineAsync(device, home)).Page.CloseAsync();
        await device.Context.SetOfflineAsync(false);

        foreach (var next in new[] { school.Lms.Course.Instructor, school.Lms.Course.Mentors[1] })
        {
            await device.LogOutAsync();
            await device.LogInAsync(next);
            var other = new Capsule(await device.OpenInTabAsync(Link));
            await other.ForgottenAsync();
            (await other.WaitingAsync()).ShouldBe(1);
        }

        (await EntriesAsync(school)).ShouldBe(0);

        // It waits for the one who told it.
        await device.LogOutAsync();
        await device.LogInAsync(school.Lms.Course.Mentors[0]);
        var own = await device.OpenInTabAsync(Link);
        await own.GotoAsync(Visit(own));
        await Expect(own.GetByText("0.75 waiting")).ToBeVisibleAsync();
        (await EntriesAsync(school)).ShouldBe(1);
    }

    /// <summary>A group met the day before yesterday at three. Its mentor has the tool's first page open on the phone.</summary>
    private async Task<(School School, Person Phone, IFrame Home)> MetAsync()
    {
        var school = await OpenSchoolAsync();
        await school.Tool.AddSampleCourseAsync(school.Lms.Url, members: 4);
        await school.Tool.InDatabaseAsync(db => MeetAsync(db, school.Lms.Course.Mentors[0].Id));
        var phone = await PhoneAsync(school);
        return (school, phone, await OpenHomeAsync(phone));
    }

    private static async Task MeetAsync(CourseDb db, string mentor)
    {
        // At three in Phoenix.
        var startsAt = new DateTimeOffset(Now.UtcDateTime.Date.AddDays(-2).AddHours(22), TimeSpan.Zero);
        var group = new Group { Id = GroupId.New(Now), ProgrammeId = db.Programmes.Single().Id, Name = "Group 1", MadeAt = Now };
        group.GiveTo([mentor]);
        db.Add(group);
        db.Add(new Mentee { Id = MenteeId.New(Now), ProgrammeId = group.ProgrammeId, Name = "Ana", GroupId = group.Id, AddedAt = Now });
        db.Add(Session.Add(group.Id, startsAt, startsAt.AddMinutes(45), MeetingKind.Video, guest: "", substitute: null, Now));
        await db.SaveChangesAsync();
    }

    private static async Task<Person> PhoneAsync(School school)
    {
        var phone = await school.MentorAsync(screen: new() { Width = 360, Height = 740 });
        phone.Watch.Expect("favicon.ico");
        phone.Watch.Expect("ERR_INTERNET_DISCONNECTED");
        return phone;
    }

    private static async Task<IFrame> OpenHomeAsync(Person phone)
    {
        var home = await phone.OpenInTabAsync(Link);
        await home.GotoAsync(Visit(home));
        return home;
    }

    private static async Task<IFrame> OpenAsync(Person phone, string address)
    {
        var tab = await phone.Context.NewPageAsync();
        await tab.GotoAsync(address);
        return tab.MainFrame;
    }

    /// <summary>Returns the tab with what waits there. The phone stays offline.</summary>
    private static async Task<IFrame> TellOfflineAsync(Person phone, IFrame home)
    {
        string address = await new Capsule(home).AddressAsync();
        await new Capsule(home).KeptAsync();
        await phone.Context.SetOfflineAsync(true);
        await home.Page.CloseAsync();
        var tab = await OpenAsync(phone, address);
        var session = new Capsule(tab);
        await session.Did.FillAsync(DidOtherwise);
        await session.LogAsync();
        await Expect(session.Queued).ToBeVisibleAsync();
        return tab;
    }

    private static async Task TellFromAnotherPhoneAsync(School school)
    {
        var home = await OpenHomeAsync(await PhoneAsync(school));
        await home.GotoAsync(await new Capsule(home).AddressAsync());
        await new Capsule(home).Did.FillAsync(Did);
        await new Capsule(home).LogAsync();
        await Expect(new LogPages(home).Logged).ToBeVisibleAsync();
    }

    private static async Task ShouldSayWhyAsync(School school, Capsule session)
    {
        await Expect(session.Problem).ToContainTextAsync("You have logged this session already");
        await Expect(session.Did).ToHaveValueAsync(DidOtherwise);
        (await session.WaitingAsync()).ShouldBe(0);
        (await EntriesAsync(school)).ShouldBe(1);
    }

    private static async Task<int> EntriesAsync(School school)
    {
        int count = 0;
        await school.Tool.InDatabaseAsync(async db => count = await db.LogEntries.CountAsync());
        return count;
    }
}
