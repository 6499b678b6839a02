using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>What people do with groups and their sessions, step by step through the pages. The programmes of the stories are in UTC unless they say otherwise.</summary>
internal static class GroupWork
{
    public const string Did = "What did you do?";

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>A day as a field wants it, counted from today.</summary>
    public static string Day(int fromToday) => Text(Today.AddDays(fromToday));

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset At(int fromToday, int hour, int minute = 0) => new(Today.AddDays(fromToday).ToDateTime(new TimeOnly(hour, minute)), TimeSpan.Zero);

    /// <summary>What stands below a field that something is wrong with.</summary>
    public static string Error(this Page page, string field) => Page.Text(page.Document.QuerySelector($"#{field}-error"));

    public static async Task<Guid> MakesGroup(this Person instructor, string name, Person? mentor = null, string mentees = "Bo, Ana")
    {
        await instructor.HasGroup(name, mentor, mentees);
        return Guid.Parse(instructor.Page.Path.Split('/')[2]);
    }

    /// <summary>A group that meets every week for 45 minutes at 16:00.</summary>
    public static async Task<Guid> MakesWeeklyGroup(this Person instructor, DayOfWeek day, DateOnly from, DateOnly until, Person? mentor = null, string name = "Group 1")
    {
        await instructor.GoesTo("/groups/edit");
        instructor.Fills("Name", name);
        instructor.Fills("Mentor", mentor?.Id ?? "");
        instructor.Fills("Mentees", "Bo\nAna");
        instructor.FillsSlot(day, "16:00", from, until);
        await instructor.Clicks("Make the group");
        instructor.Page.Heading.ShouldBe(name, instructor.Page.Says);
        return Guid.Parse(instructor.Page.Path.Split('/')[2]);
    }

    public static void FillsSlot(this Person instructor, DayOfWeek day, string at, DateOnly from, DateOnly until)
    {
        instructor.Fills("Day", day.ToString());
        instructor.Fills("Time", at);
        instructor.Fills("Minutes", "45");
        instructor.Fills("First day", Text(from));
        instructor.Fills("Last day", Text(until));
    }

    /// <summary>Opens the group's form, changes it, and saves.</summary>
    public static async Task<Page> ChangesGroup(this Person instructor, Guid group, Action change)
    {
        await instructor.GoesTo($"/groups/edit/{group}");
        change();
        return await instructor.Clicks("Save");
    }

    public static async Task HasZone(this Person instructor, string zone)
    {
        await instructor.GoesTo("/programme");
        instructor.Fills("Time zone", zone);
        (await instructor.Clicks("Save")).Says.ShouldContain("Saved.");
    }

    /// <summary>One more session, of 50 minutes.</summary>
    public static async Task<Guid> PlansSession(this Person person, ToolHost tool, Guid group, int fromToday, int hour = 15)
    {
        await person.GoesTo($"/sessions/arrange?group={group}");
        person.FillsSession(Day(fromToday), $"{hour:00}:00", $"{hour:00}:50");
        await person.Clicks("Plan it");
        person.Page.Path.ShouldBe($"/groups/{group}", person.Page.Says);
        return (await tool.SessionsOf(group)).Single(session => session.StartsAt == At(fromToday, hour)).Id.Value;
    }

    public static void FillsSession(this Person person, string date, string from, string to)
    {
        person.Fills("Date", date);
        person.Fills("From", from);
        person.Fills("To", to);
    }

    public static async Task<Page> MovesSession(this Person person, Guid session, int fromToday, int hour = 15)
    {
        await person.GoesTo($"/sessions/arrange/{session}");
        person.FillsSession(Day(fromToday), $"{hour:00}:00", $"{hour:00}:50");
        return await person.Clicks("Save");
    }

    public static async Task<Page> CancelsSession(this Person person, Guid session, string why)
    {
        await person.GoesTo($"/sessions/arrange/{session}");
        person.Fills("Why?", why);
        return await person.Clicks("Cancel the session");
    }

    public static async Task<Page> GivesSession(this Person instructor, Guid session, Person to)
    {
        await instructor.GoesTo($"/sessions/arrange/{session}");
        instructor.Fills("Led by", to.Id);
        return await instructor.Clicks("Save");
    }

    /// <summary>Tells how a session went, as the form is filled in but for this.</summary>
    public static async Task<Page> Tells(this Person mentor, Guid session, string did = "We read a graph.", bool wasHeld = true)
    {
        await mentor.GoesTo($"/sessions/{session}/log");
        mentor.FillsTold(did, wasHeld);
        return await mentor.Clicks("Log it");
    }

    public static void FillsTold(this Person mentor, string did, bool wasHeld = true)
    {
        mentor.Fills(Did, did);
        foreach (var held in mentor.Page.Document.QuerySelectorAll<IHtmlInputElement>("input[name='Form.WasHeld']"))
            held.IsChecked = bool.Parse(held.Value) == wasHeld;
    }

    /// <summary>Sends the form on the screen as the script does that kept it while there was no connection.</summary>
    public static Task<Page> SendsCapsule(this Person mentor)
    {
        var button = (IHtmlButtonElement)mentor.Page.Clickable("Log it");
        return mentor.Browser.SubmitByScriptAsync(button.Form!, button);
    }

    /// <summary>The course's mentors, each of whom has come by once.</summary>
    public static async Task<Person[]> HasMentors(this Classroom course, int count)
    {
        await course.Instructor.OpensLink(course.HomeLink);
        var mentors = Enumerable.Range(0, count).Select(number => course.Mentor(number)).ToArray();
        foreach (var mentor in mentors)
            await mentor.OpensLink(course.HomeLink);
        return mentors;
    }

    public static async Task HasLeader(this Classroom course, Person leader, Person led)
    {
        await course.RosterIsRead();
        var (leaderId, ledId) = ((await course.MemberOf(leader)).Id, (await course.MemberOf(led)).Id);
        await course.Tool.AskAsync(async db =>
        {
            (await db.Members.SingleAsync(member => member.Id == leaderId)).NameLeader();
            (await db.Members.SingleAsync(member => member.Id == ledId)).LeaderId = leaderId;
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>A mentoring log behind the course's first link.</summary>
    public static async Task<Guid> HasLog(this Classroom course)
    {
        await course.Instructor.OpensLink(course.Link);
        await course.Instructor.Clicks("A mentoring log");
        await course.Instructor.Clicks("Create");
        return Guid.Parse(course.Instructor.Page.Path.Split('/')[2]);
    }

    public static Task<List<Session>> SessionsOf(this ToolHost tool, Guid group)
    {
        var id = new GroupId(group);
        return tool.AskAsync(db => db.Sessions.AsNoTracking().Where(session => session.GroupId == id).OrderBy(session => session.StartsAt).ToListAsync());
    }

    public static Task<Session> SessionOf(this ToolHost tool, Guid session)
    {
        var id = new SessionId(session);
        return tool.AskAsync(db => db.Sessions.AsNoTracking().SingleAsync(one => one.Id == id));
    }

    public static async Task<ProgrammeId> ProgrammeOf(this Classroom course)
    {
        var id = await course.FindId();
        return await course.Tool.AskAsync(db => db.Courses.Where(one => one.Id == id).Select(one => one.ProgrammeId).SingleAsync());
    }

    /// <summary>The LMS's roster no longer names the person.</summary>
    public static async Task Loses(this Classroom course, Person person)
    {
        await course.RosterIsRead();
        var id = (await course.MemberOf(person)).Id;
        await course.Tool.AskAsync(db => db.Members.Where(member => member.Id == id).ExecuteUpdateAsync(set => set.SetProperty(member => member.IsActive, false)));
    }

    /// <summary>No group, and no mentee, came of what was tried.</summary>
    public static async Task ShouldHaveNothing(this Classroom course)
    {
        var programme = await course.ProgrammeOf();
        (await course.Tool.AskAsync(db => db.Groups.CountAsync(group => group.ProgrammeId == programme))).ShouldBe(0);
        (await course.Tool.AskAsync(db => db.Mentees.CountAsync(mentee => mentee.ProgrammeId == programme))).ShouldBe(0);
    }
}
