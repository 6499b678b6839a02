using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Reminders;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCourseLti.Tests.Reminders;

/// <summary>A course of mentors with e-mail, each with a reflection that is due the day after the first morning, and the port where their mail server is, or is not.</summary>
internal sealed class Mailroom : IAsyncDisposable
{
    // However slow the machine, a server that answers does so within this.
    private const int Patience = 20;

    public const string From = "Mentor Course <mentor@mail.example.edu>";

    private Mailroom(ToolHost tool, int port, CourseId course) => (Tool, Port, Course) = (tool, port, course);

    public ToolHost Tool { get; }

    public int Port { get; }

    public CourseId Course { get; }

    public static DateTimeOffset Morning => Mornings.Of(0);

    public static string Subject(int number) => $"reader-{number}";

    public static string Address(int number) => $"reader-{number}@people.example.edu";

    public static (string, string)[] Settings(int port, int timeoutSeconds = Patience) =>
    [
        ("MentorCourse:Mail:Host", "127.0.0.1"), ("MentorCourse:Mail:Port", $"{port}"), ("MentorCourse:Mail:Tls", "Never"), ("MentorCourse:Mail:From", From),
        ("MentorCourse:Mail:TimeoutSeconds", $"{timeoutSeconds}"),
    ];

    public static IReadOnlyList<string> Registration { get; } =
        ["--issuer", "https://lms.example", "--client-id", "a", "--authorization", "https://lms.example/a", "--token", "https://lms.example/t", "--jwks", "https://lms.example/j", "--deployment", "1", "--name", "Our Moodle"];

    public static async Task<Mailroom> OpenAsync(TestDatabase database, int readers = 1, int timeoutSeconds = Patience)
    {
        int port = FreePort.Find();
        var tool = await ToolHost.StartAsync(database, Settings(port, timeoutSeconds));
        await tool.RegisterAsync(Registration);
        return new Mailroom(tool, port, await tool.AskAsync(db => FillAsync(db, readers, ClockZones.Night)));
    }

    /// <summary>The same, before a tool runs on it, and where it is noon.</summary>
    public static async Task<CourseId> FillAsync(TestDatabase database, int readers)
    {
        await using var alone = await DatabaseAlone.OpenAsync(database);
        await Administrator.DoesAsync(database, ["platforms", "add", .. Registration]);
        return await alone.AskAsync(db => FillAsync(db, readers, ClockZones.Noon));
    }

    private static async Task<CourseId> FillAsync(CourseDb db, int readers, string zone)
    {
        var platform = await db.Platforms.Select(one => one.Id).SingleAsync();
        var now = TimeProvider.System.GetUtcNow();
        var (programme, course) = MentorCourseLti.Internship.Programmes.Course.Start(platform, "1", "course", "Mentor Internship", "BIO 399", zone, now.AddDays(-30));
        var rubric = ReadyRubrics.Reflection(course.Id, now);
        db.AddRange(programme, course, rubric);
        for (int i = 0; i < readers; i++)
            db.Add(new Member { Id = MemberId.New(now), CourseId = course.Id, Subject = Subject(i), Name = $"Reader {i}", Email = Address(i), Role = MemberRole.Mentor, JoinedAt = now.AddDays(-30) });
        db.Add(new Activity
        {
            Id = ActivityId.New(now), CourseId = course.Id, Kind = ActivityKind.Reflection, Title = "What <we> saw", Prompt = "Say what.", Points = 20, RubricId = rubric.Id,
            DueAt = Morning.AddHours(40), CreatedAt = now,
        });
        await db.SaveChangesAsync();
        return course.Id;
    }

    /// <summary>It is morning, and what waits is handed to the mail server.</summary>
    public async Task WakesAsync(int fromToday = 0)
    {
        await Tool.WakesAsync(Course, Mornings.Of(fromToday));
        await PostsAsync(Mornings.Of(fromToday));
    }

    public Task PostsAsync(DateTimeOffset at) => PostsAsync(Tool, at);

    public static async Task PostsAsync(ToolHost node, DateTimeOffset at)
    {
        await using var scope = node.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<MailRun>(scope.ServiceProvider, new StoppedClock(at)).RunAsync(CancellationToken.None);
    }

    public async Task<ReminderMessage> MessageAsync(int reader = 0, int fromToday = 0)
    {
        var (subject, day) = (Subject(reader), Mornings.DayOf(Mornings.Of(fromToday)));
        return await Tool.AskAsync(db => db.ReminderMessages.AsNoTracking().SingleAsync(message => message.Subject == subject && message.Day == day));
    }

    public Task<ReminderChoice?> ChoiceAsync() => Tool.AskAsync(db => db.ReminderChoices.AsNoTracking().SingleOrDefaultAsync());

    public Task<string> ReadsRemindersAsync() => Tool.ReadsAsync(Subject(0), "/reminders");

    public ValueTask DisposeAsync() => Tool.DisposeAsync();
}
