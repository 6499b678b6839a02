using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;

namespace MentorCourseLti.Commands.Samples;

/// <summary>A mentor's group: it meets once a week from the second week of the term to its end, and its mentor logs some of that.</summary>
internal sealed class SampleGroup
{
    private static readonly string[] Names =
        "Tide pool,Canopy,Leaf litter,Salt marsh,Birdsong,Field notes,Pond life,Lichen,Owl pellets,Wetland,Root hairs,Pollen,Hive,Estuary,Moss garden,Fern bank,Night sky,Meadow,Dragonfly,Seed bank,Heron watch,Riverbed,Dune grass,Coral".Split(',');

    private readonly SampleTerm term;
    private readonly int number;
    private readonly Group group;
    private readonly List<Mentee> mentees;
    private readonly List<Session> sessions;

    public SampleGroup(ProgrammeId programme, Member mentor, int number, SampleTerm term)
    {
        (this.term, this.number) = (term, number);
        var (madeAt, first) = (term.At(1, days: -7, hours: 10), StartsAt(2));
        var local = TimeZoneInfo.ConvertTime(first, term.Zone).DateTime;
        group = new Group
        {
            Id = GroupId.New(madeAt),
            ProgrammeId = programme,
            Name = Names[number % Names.Length],
            Kind = Kind,
            MeetingLink = Kind is MeetingKind.Video ? $"https://video.example/{Names[number % Names.Length].ToLowerInvariant().Replace(' ', '-')}" : "",
            Slot = new WeeklySlot(local.DayOfWeek, TimeOnly.FromDateTime(local), Minutes, DateOnly.FromDateTime(local), term.Calendar.EndsOn),
            MadeAt = madeAt,
        };
        group.GiveTo([mentor.Subject]);
        mentees = [.. SampleTexts.Mentees(number).Select(name => new Mentee { Id = MenteeId.New(madeAt), ProgrammeId = programme, Name = name, GroupId = group.Id, AddedAt = madeAt })];
        sessions = [.. SessionPlan.Of(group.Slot, term.Calendar.Breaks, term.Zone).Meetings.Select(meeting => Session.Plan(group.Id, meeting, Kind, madeAt))];
    }

    public IEnumerable<object> Rows => [group, .. mentees, .. sessions];

    private MeetingKind Kind => number % 4 == 0 ? MeetingKind.InPerson : MeetingKind.Video;

    private int Minutes => 35 + (5 * (number % 4));

    /// <summary>What its mentor tells of a week's session.</summary>
    public LogEntry Tell(int week, SampleCourse course, Member mentor, bool wasHeld, bool needsAttention)
    {
        var startsAt = StartsAt(week);
        var session = sessions.Find(one => one.StartsAt == startsAt);
        var (did, next) = wasHeld ? SampleTexts.Session(number, week, needsAttention) : SampleTexts.Cancelled;
        var facts = new EntryFacts(startsAt, startsAt.AddMinutes(Minutes), Kind, wasHeld, wasHeld ? [.. mentees.Select(mentee => mentee.Name)] : [], did, next, needsAttention);
        var entry = new LogEntry
        {
            Id = LogEntryId.New(startsAt),
            CourseId = course.Course.Id,
            ActivityId = course.Log.Id,
            MemberId = mentor.Id,
            SessionId = session?.Id,
            GroupId = session?.GroupId,
            LoggedAt = startsAt.AddHours(2),
        };
        if (entry.Tell(facts, entry.LoggedAt) is { } problem)
            throw new InvalidOperationException($"A sample session cannot be logged: {problem}");
        session?.Tell(facts, entry.LoggedAt);
        return entry;
    }

    /// <summary>The day before the present one, in each week.</summary>
    private DateTimeOffset StartsAt(int week) => term.At(week, days: -1, hours: 15 + (number % 3), minutes: 10 * (number % 4));
}
