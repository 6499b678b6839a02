using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Reminders;
using MentorCourseLti.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>
/// Mornings come when a story says so: its programme is where it is one at night while the test begins, so that the tool's own job leaves its people alone.
/// </summary>
internal static class Mornings
{
    private static readonly DateTimeOffset Began = TimeProvider.System.GetUtcNow();

    public static DateTimeOffset Of(int fromToday)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(ClockZones.Night);
        return QuietHours.MorningAfter(Began, zone).AddDays(fromToday);
    }

    public static DateTimeOffset NextMonday() => Enumerable.Range(0, 7).Select(Of).First(morning => DayOf(morning).DayOfWeek is DayOfWeek.Monday);

    public static DateOnly DayOf(DateTimeOffset morning, string? zone = null) => QuietHours.DayOf(morning, TimeZoneInfo.FindSystemTimeZoneById(zone ?? ClockZones.Night));

    public static async Task Sleeps(this Classroom course)
    {
        var programme = await course.ProgrammeOf();
        await course.Tool.AskAsync(db => db.Programmes.Where(one => one.Id == programme).ExecuteUpdateAsync(set => set.SetProperty(one => one.TimeZone, ClockZones.Night)));
    }

    /// <summary>It is morning in the course. Returns what that person is told.</summary>
    public static async Task<IReadOnlyList<ReminderLine>> Wakes(this Classroom course, Person person, int fromToday = 0) => await course.Wakes(person, Of(fromToday));

    public static async Task<IReadOnlyList<ReminderLine>> Wakes(this Classroom course, Person person, DateTimeOffset morning)
    {
        await course.Tool.WakesAsync(await course.FindId(), morning);
        return (await course.MessagesOf(person)).SingleOrDefault(message => message.Day == DayOf(morning))?.Lines ?? [];
    }

    /// <param name="zone">Where the course is; by default where it is night.</param>
    public static async Task<bool> WakesAsync(this ToolHost tool, CourseId course, DateTimeOffset morning, string? zone = null)
    {
        await using var scope = tool.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReminderRounds>().RunAsync(course, DayOf(morning, zone), morning, CancellationToken.None);
    }

    public static async Task<IReadOnlyList<ReminderMessage>> MessagesOf(this Classroom course, Person person)
    {
        string issuer = course.Lms.Address.GetLeftPart(UriPartial.Authority);
        return await course.Tool.AskAsync(db => db.ReminderMessages.AsNoTracking()
            .Where(message => message.Subject == person.Id && db.Platforms.Any(platform => platform.Id == message.PlatformId && platform.Issuer == issuer)).OrderBy(message => message.Day).ToListAsync());
    }
}
