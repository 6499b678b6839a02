using System.Globalization;
using System.Net;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Features.Calendar;

/// <summary>People's own calendars read their sessions at an address that only they make and that names no mentee.</summary>
public abstract class CalendarStories(World world)
{
    [Fact]
    public async Task A_mentors_calendar_has_the_sessions_of_the_own_groups_and_no_others()
    {
        var (course, mentors, group) = await ReadyAsync();
        var instructor = course.Instructor;
        var other = await instructor.MakesGroup("Group 2", mentors[1], "Cy");
        await instructor.PlansSession(world.Tool, other, fromToday: 3);
        await instructor.PlansSession(world.Tool, group, fromToday: -90);
        var past = await instructor.PlansSession(world.Tool, group, fromToday: -3);
        var moved = await instructor.PlansSession(world.Tool, group, fromToday: 3);
        var cancelled = await instructor.PlansSession(world.Tool, group, fromToday: 5);
        await instructor.MovesSession(moved, fromToday: 4);
        await instructor.CancelsSession(cancelled, "Snow");

        string address = await MakesAddress(mentors[0]);
        var (status, type, text) = await Reads(address);
        (status, type).ShouldBe((HttpStatusCode.OK, "text/calendar; charset=utf-8"));
        Uids(text).ShouldBe([$"{past}", $"{moved}", $"{cancelled}"]);
        var events = text.Split("BEGIN:VEVENT")[1..];
        events.ShouldAllBe(one => one.Contains("\r\nSUMMARY:Mentoring: Group 1\r\n", StringComparison.Ordinal) && one.Contains("\r\nLOCATION:By video\r\n", StringComparison.Ordinal));
        events[1].ShouldContain($"DTSTART:{GroupWork.At(4, 15).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}\r\n");
        events[1].ShouldContain($"DTEND:{GroupWork.At(4, 15, 50).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}\r\n");
        events[1].ShouldContain("SEQUENCE:1\r\n");
        events[1].ShouldContain("STATUS:CONFIRMED\r\n");
        events[2].ShouldContain("STATUS:CANCELLED\r\n");
        text.ShouldContain("URL:https://meet.example/1\r\n");
    }

    [Fact]
    public async Task What_is_typed_stays_text()
    {
        var (course, mentors, group) = await ReadyAsync();
        var instructor = course.Instructor;
        await instructor.ChangesGroup(group, () => instructor.Fills("Name", "Moss, fern; and \\lichen"));
        await instructor.GoesTo($"/sessions/arrange?group={group}");
        instructor.FillsSession(GroupWork.Day(3), "15:00", "15:50");
        instructor.Fills("Guest speaker", "Dr. Oak, of Elm & Ash, whose long title goes on and on beyond the end of any line that a calendar file may have");
        await instructor.Clicks("Plan it");

        var (_, _, text) = await Reads(await MakesAddress(mentors[0]));
        text.Split("\r\n").ShouldAllBe(line => line.Length <= 75);
        text.Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain(
            @"SUMMARY:Mentoring: Moss\, fern\; and \\lichen\, with Dr. Oak\, of Elm & Ash\, whose long title goes on and on beyond the end of any line that a calendar file may have" + "\r\n");
    }

    [Fact]
    public async Task No_mentee_is_named_whatever_was_told_of_them()
    {
        var (course, mentors, group) = await ReadyAsync();
        await course.HasLog();
        Guid held = await course.Instructor.PlansSession(world.Tool, group, fromToday: -1), fell = await course.Instructor.PlansSession(world.Tool, group, fromToday: -2);
        await mentors[0].OpensLink(course.Link);
        await mentors[0].Tells(held, "Bo explained it to Ana.");
        await mentors[0].Tells(fell, "Ana said that she is not well.", wasHeld: false);
        var coming = await mentors[0].PlansSession(world.Tool, group, fromToday: 3);
        await mentors[0].CancelsSession(coming, "Bo is ill");
        foreach (var person in new[] { mentors[0], course.Instructor })
        {
            var (_, _, text) = await Reads(await MakesAddress(person));
            Uids(text).Length.ShouldBe(3);
            text.ShouldNotContain("Ana");
            text.ShouldNotContain("Bo ");
        }
    }

    [Fact]
    public async Task An_address_is_shown_once_and_works_until_it_is_switched_off()
    {
        var (_, mentors, _) = await ReadyAsync();
        string address = await MakesAddress(mentors[0]);
        (await mentors[0].GoesTo("/calendar")).Body.ShouldNotContain(address);
        mentors[0].Page.Says.ShouldContain("It is not shown again");
        (await Reads(address)).Status.ShouldBe(HttpStatusCode.OK);
        await mentors[0].Clicks("Switch it off");
        mentors[0].Page.Offers("Make the address").ShouldBeTrue();
        (await Reads(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_new_address_ends_the_old_one()
    {
        var (_, mentors, _) = await ReadyAsync();
        string old = await MakesAddress(mentors[0]);
        await mentors[0].Clicks("Make a new address");
        string anew = mentors[0].Page.FieldText("Address of your calendar");
        anew.ShouldNotBe(old);
        (await Reads(old)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Reads(anew)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_addresses_that_are_made_at_the_same_moment_one_works()
    {
        var (course, mentors, _) = await ReadyAsync();
        var windows = Enumerable.Range(0, 4).Select(_ => course.Mentor()).ToArray();
        foreach (var window in windows)
        {
            await window.OpensLink(course.HomeLink);
            await window.GoesTo("/calendar");
        }

        await Task.WhenAll(windows.Select(window => window.Clicks("Make the address")));
        int working = 0;
        foreach (var window in windows)
            working += (await Reads(window.Page.FieldText("Address of your calendar"))).Status is HttpStatusCode.OK ? 1 : 0;
        working.ShouldBe(1);
        (await mentors[0].GoesTo("/calendar")).Offers("Switch it off").ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_has_left_reads_no_more()
    {
        var (course, mentors, _) = await ReadyAsync();
        string address = await MakesAddress(mentors[0]);
        await course.Loses(mentors[0]);
        (await Reads(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_instructor_reads_all_sessions_of_the_programme_and_none_of_others()
    {
        var (course, mentors, group) = await ReadyAsync();
        var (other, _, theirs) = await ReadyAsync();
        await other.Instructor.PlansSession(world.Tool, theirs, fromToday: 2);
        var instructor = course.Instructor;
        var first = await instructor.PlansSession(world.Tool, group, fromToday: 3);
        var second = await instructor.PlansSession(world.Tool, await instructor.MakesGroup("Group 2", mentors[1], "Cy"), fromToday: 4);
        Uids((await Reads(await MakesAddress(instructor))).Text).ShouldBe([$"{first}", $"{second}"]);
    }

    [Fact]
    public async Task A_session_stands_in_the_calendar_of_whoever_leads_it()
    {
        var (course, mentors, group) = await ReadyAsync();
        Guid own = await course.Instructor.PlansSession(world.Tool, group, fromToday: 3), given = await course.Instructor.PlansSession(world.Tool, group, fromToday: 4);
        await course.Instructor.GivesSession(given, mentors[1]);
        Uids((await Reads(await MakesAddress(mentors[0]))).Text).ShouldBe([$"{own}"]);
        Uids((await Reads(await MakesAddress(mentors[1]))).Text).ShouldBe([$"{given}"]);
    }

    [Fact]
    public async Task An_address_goes_on_when_its_course_joins_another_ones_year_and_when_that_is_undone()
    {
        await using var year = await MentoringYear.StartAsync(world.Tool);
        Person instructor = MentoringYear.Somebody("instructor"), mentor = MentoringYear.Somebody("mentor");
        await year.Attends(mentor, "spring");
        await year.Teaches(instructor, "autumn");
        string instructors = await MakesAddress(instructor);
        await year.Teaches(instructor, "spring");
        await MakesAddress(instructor);
        var session = await instructor.PlansSession(world.Tool, await instructor.MakesGroup("Group 1", mentor), fromToday: 3);
        string address = await MakesAddress(mentor);

        await year.Joins(instructor, "spring", "autumn");
        Uids((await Reads(address)).Text).ShouldBe([$"{session}"]);
        (await mentor.GoesTo("/calendar")).Offers("Switch it off").ShouldBeTrue();
        Uids((await Reads(instructors)).Text).ShouldBe([$"{session}"]);
        await instructor.Clicks("Undo the joining");
        Uids((await Reads(address)).Text).ShouldBe([$"{session}"]);
        Uids((await Reads(instructors)).Text).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_can_only_be_read_and_not_be_guessed()
    {
        var (_, mentors, _) = await ReadyAsync();
        string address = await MakesAddress(mentors[0]);
        using var http = new HttpClient();
        (await http.PostAsync(new Uri(address), content: null, TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeFalse();
        (await http.DeleteAsync(new Uri(address), TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeFalse();
        (await Reads(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await Reads(address.Replace(".ics", "x.ics", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Reads(new Uri(world.Tool.Address, "/calendar/.ics").ToString())).Status.ShouldNotBe(HttpStatusCode.OK);
        string secret = new Uri(address).Segments[^1].Replace(".ics", "", StringComparison.Ordinal);
        (await world.Tool.AskAsync(db => db.CalendarFeeds.Select(feed => feed.SecretDigest).ToListAsync())).ShouldAllBe(digest => !System.Text.Encoding.ASCII.GetString(digest).Contains(secret, StringComparison.Ordinal));
        secret.Length.ShouldBeGreaterThanOrEqualTo(32);
    }

    private async Task<(Classroom Course, Person[] Mentors, Guid Group)> ReadyAsync()
    {
        var course = world.NewCourse();
        var mentors = await course.HasMentors(2);
        var group = await course.Instructor.MakesGroup("Group 1", mentors[0]);
        await course.Instructor.ChangesGroup(group, () => course.Instructor.Fills("Meeting link", "https://meet.example/1"));
        return (course, mentors, group);
    }

    private static async Task<string> MakesAddress(Person person)
    {
        await person.GoesTo("/calendar");
        return (await person.Clicks("Make the address")).FieldText("Address of your calendar");
    }

    /// <summary>As a calendar program does: without a cookie.</summary>
    private static async Task<(HttpStatusCode Status, string? Type, string Text)> Reads(string address)
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(address));
        return (response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync());
    }

    private static string[] Uids(string calendar)
    {
        calendar.ShouldStartWith("BEGIN:VCALENDAR");
        return [.. calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Select(line => line["UID:".Length..line.IndexOf('@', StringComparison.Ordinal)])];
    }
}

[Collection(OnSqlite.Name)]
public sealed class CalendarStoriesOnSqlite(SqliteWorld world) : CalendarStories(world);

[Collection(OnPostgres.Name)]
public sealed class CalendarStoriesOnPostgres(PostgresWorld world) : CalendarStories(world);
