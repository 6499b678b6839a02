using System.Globalization;
using System.Text.Json;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Sessions;
using MentorCourseLti.Internship.Terms;

namespace Benchmarks.Pages;

/// <summary>
/// The groups of full courses: each mentor leads one, of six mentees, that meets in every week of the term. Most sessions are told of, a few of them
/// as cancelled; the others are still planned. Groups come course by course, with all their sessions; what is told of those comes session by session through all courses.
/// </summary>
internal sealed class FullGroups
{
    public const int Mentees = 6;
    public const int Sessions = 15;

    private const int Told = 10;
    private const int Minutes = 50;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly string[] Names = ["Ana", "Bo", "Chi", "Dee", "Eli", "Fay"];
    private static readonly string Came = JsonSerializer.Serialize(Names, Web);

    private readonly FullCourses full;
    private readonly DateTime now;
    private readonly (string Slot, IReadOnlyList<PlannedMeeting> Meetings)[] plans;
    private readonly Guid[][] groupIds;
    private readonly Guid[][] sessionIds;

    public FullGroups(FullCourses full, int courses, TermCalendar calendar, DateTime now)
    {
        (this.full, this.now) = (full, now);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(CoursePeople.Zone);
        plans =
        [
            .. from day in Enumerable.Range((int)DayOfWeek.Monday, 5)
               from hour in Enumerable.Range(8, 9)
               let slot = new WeeklySlot((DayOfWeek)day, new TimeOnly(hour, 0), Minutes, calendar.StartsOn, calendar.EndsOn)
               select (JsonSerializer.Serialize(slot, Web), SessionPlan.Of(slot, calendar.Breaks, zone).Meetings),
        ];
        groupIds = [.. Enumerable.Range(0, courses).Select(_ => FullCourses.Ids(FullCourses.Mentors))];
        sessionIds = [.. Enumerable.Range(0, courses).Select(_ => FullCourses.Ids(FullCourses.Mentors * Sessions))];
    }

    public GroupId Of(int course, int mentor) => new(Group(course, mentor));

    /// <summary>A session that its mentor has not told of.</summary>
    public SessionId ToTell(int course, int mentor) => new(Session(Told, course, mentor));

    public async Task WriteAsync(RowSink sink)
    {
        await sink.WriteAsync("Groups", ["Id", "ProgrammeId", "Name", "Slot", "Kind", "MeetingLink", "MadeAt", "Version"], full.CourseByCourse(each: 1, (course, mentor, _) =>
            [Group(course, mentor), full.Programme(course), $"Group {mentor + 1}", PlanOf(mentor).Slot, (int)MeetingKind.Video, "https://meet.example/group", now.AddDays(-88), 1]));
        await sink.WriteAsync("GroupMentors", ["GroupId", "Subject"], full.CourseByCourse(each: 1, (course, mentor, _) => [Group(course, mentor), full.Subject(course, mentor)]));
        await sink.WriteAsync("Mentees", ["Id", "ProgrammeId", "Name", "GroupId", "AddedAt"], full.CourseByCourse(Mentees, (course, mentor, number) =>
            [Guid.CreateVersion7(), full.Programme(course), Names[number], Group(course, mentor), now.AddDays(-88)]));
        await WriteSessionsAsync(sink);
        for (int number = 0; number < Told; number++)
            await WriteEntriesAsync(sink, number);
    }

    private Task WriteSessionsAsync(RowSink sink) => sink.WriteAsync("Sessions",
        ["Id", "GroupId", "SlotOn", "StartsAt", "EndsAt", "Minutes", "Kind", "State", "Guest", "Reason", "Version", "ChangedAt"],
        full.CourseByCourse(Sessions, (course, mentor, number) =>
        {
            var (meeting, state) = (PlanOf(mentor).Meetings[number], StateOf(number, mentor));
            return
            [
                Session(number, course, mentor), Group(course, mentor), meeting.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), meeting.StartsAt.UtcDateTime, meeting.EndsAt.UtcDateTime,
                Minutes, (int)MeetingKind.Video, (int)state, "", state is SessionState.Cancelled ? "Exam week at the school." : "", 1, now.AddDays(-88),
            ];
        }));

    private Task WriteEntriesAsync(RowSink sink, int number) => sink.WriteAsync("LogEntries",
        [
            "Id", "CourseId", "ActivityId", "MemberId", "SessionId", "GroupId", "LoggedAt", "StartsAt", "EndsAt", "Minutes", "Kind", "WasHeld", "Who", "Did", "Next", "NeedsAttention", "State", "Note",
            "ReviewedAt", "Version",
        ],
        full.AllMentors((course, mentor) =>
        {
            var (startsAt, endsAt) = (PlanOf(mentor).Meetings[number].StartsAt.UtcDateTime, PlanOf(mentor).Meetings[number].EndsAt.UtcDateTime);
            bool wasHeld = StateOf(number, mentor) is SessionState.Held;
            // The last of them waits to be approved, and of some somebody should know.
            bool waits = number == Told - 1;
            return
            [
                Guid.CreateVersion7(), full.Course(course).Value, full.Log(course).Value, full.Mentor(course, mentor).Value, Session(number, course, mentor), Group(course, mentor), endsAt.AddHours(1), startsAt, endsAt,
                wasHeld ? Minutes : 0, (int)MeetingKind.Video, wasHeld, wasHeld ? Came : "[]",
                wasHeld ? "We read a graph of two populations and asked what it does not show." : "Exam week at the school.", "Bring the data.", waits && mentor % 50 == 7,
                (int)(waits ? EntryState.Waiting : EntryState.Approved), "", waits ? null : startsAt.AddDays(2), 2,
            ];
        }));

    private static SessionState StateOf(int number, int mentor) => number >= Told ? SessionState.Planned : (mentor + number) % 9 == 8 ? SessionState.Cancelled : SessionState.Held;

    private (string Slot, IReadOnlyList<PlannedMeeting> Meetings) PlanOf(int mentor) => plans[mentor % plans.Length];

    private Guid Group(int course, int mentor) => groupIds[course][mentor];

    private Guid Session(int number, int course, int mentor) => sessionIds[course][(mentor * Sessions) + number];
}
