using System.Text.Json;
using MentorCourseLti.Commands.Samples;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Audit;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Submissions;
using MentorCourseLti.Internship.Terms;

namespace Benchmarks.Pages;

/// <summary>
/// Courses at the end of their term: every mentor has handed in every reflection, the first dozen are graded, and every group has met
/// most of its sessions. What mentors write comes activity by activity through all courses, as a term brings it: that of one course lies all over the database.
/// </summary>
internal sealed class FullCourses
{
    public const int Mentors = 200;
    public const int Activities = 30;

    private const int Graded = 12;
    private const int Reflections = Activities - 2;
    private const int Draft = Reflections - 1;
    private const int Weeks = 15;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly string Criteria = JsonSerializer.Serialize(ReadyRubrics.Reflection(default, DateTimeOffset.UnixEpoch).Criteria, Web);
    private static readonly string Late = JsonSerializer.Serialize(new LatePolicy(GraceHours: 24, PercentPerDay: 10, FloorPercent: 50), Web);
    private static readonly string Participation = JsonSerializer.Serialize(new Participation([new(PartKind.HandedIn, 10, 0, 10), new(PartKind.SessionsLogged, 12, 0, 20), new(PartKind.Scores, 0, 2, 30)]), Web);
    private static readonly string Marks = """[{"criterion":"moment","level":"5","comment":""},{"criterion":"mentee","level":"4","comment":"How do you know?"},{"criterion":"meaning","level":"4","comment":""},{"criterion":"next","level":"5","comment":""}]""";

    private static readonly string Noted = JsonSerializer.Serialize<AuditChange[]>([new(AuditField.Score, Was: null, "18/20"), new(AuditField.Marks, Was: null, "5, 4, 4, 5"), new(AuditField.Comment, Was: null, "You listened before you advised.")], Web);

    private readonly int courses;
    private readonly DateTime now;
    private readonly TermCalendar calendar;
    private readonly CoursePeople people;
    private readonly Guid[][] activityIds;
    private readonly Guid[] rubricIds;

    public FullCourses(int courses, DateTime now)
    {
        (this.courses, this.now) = (courses, now);
        var first = DateOnly.FromDateTime(DueAt(0));
        var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
        calendar = new TermCalendar(monday, Weeks, [new Break("Spring break", monday.AddDays(7 * 7), monday.AddDays((7 * 7) + 6))]);
        people = new CoursePeople(Platform, first: 0, courses, Mentors, now);
        activityIds = [.. Enumerable.Range(0, courses).Select(_ => Ids(Activities))];
        rubricIds = Ids(courses);
        Groups = new FullGroups(this, courses, calendar, now);
    }

    public Guid Platform { get; } = Guid.CreateVersion7();

    public FullGroups Groups { get; }

    public Guid Programme(int course) => people.Programme(course);

    public CourseId Course(int course) => new(people.Course(course));

    public Visitor VisitOfInstructor(PageVisits visits, int course) => people.Visit(visits, course);

    public MemberId Mentor(int course, int mentor) => new(people.Mentor(course, mentor));

    public string Subject(int course, int mentor) => people.Subject(course, mentor);

    /// <summary>A reflection that is graded, and one that the first mentor is still writing.</summary>
    public ActivityId GradedReflection(int course) => new(activityIds[course][0]);

    public ActivityId DraftedReflection(int course) => new(activityIds[course][Draft]);

    public ActivityId Standing(int course) => new(activityIds[course][^2]);

    public ActivityId Log(int course) => new(activityIds[course][^1]);

    public async Task WriteAsync(RowSink sink)
    {
        await sink.WriteAsync("Platforms", ["Id", "Name", "Issuer", "ClientId", "AuthorizationEndpoint", "TokenEndpoint", "JwksUri", "Family", "FrameAncestors"],
            [[Platform, "Bench", "http://127.0.0.1:9", "bench", "http://127.0.0.1:9/a", "http://127.0.0.1:9/t", "http://127.0.0.1:9/j", 0, ""]]);
        await people.WriteAsync(sink);
        await WriteActivitiesAsync(sink);
        for (int activity = 0; activity < Reflections; activity++)
            await WriteWorkAsync(sink, activity);
        await WriteAllowancesAsync(sink);
        await Groups.WriteAsync(sink);
        await WriteDeliveriesAsync(sink, Activities - 2, 40m, now.AddDays(-8), _ => false);
        await WriteDeliveriesAsync(sink, Activities - 1, 5m, now.AddDays(-8), _ => false);
    }

    /// <summary>Where among the rows of all mentors one stands.</summary>
    private int Place(int course, int mentor) => (mentor * courses) + course;

    public IEnumerable<object?[]> AllMentors(Func<int, int, object?[]> row, Func<int, bool>? leaveOut = null) =>
        from mentor in Enumerable.Range(0, Mentors) where leaveOut?.Invoke(mentor) != true from course in Enumerable.Range(0, courses) select row(course, mentor);

    /// <param name="each">How many rows each mentor has.</param>
    public IEnumerable<object?[]> CourseByCourse(int each, Func<int, int, int, object?[]> row) =>
        from course in Enumerable.Range(0, courses) from mentor in Enumerable.Range(0, Mentors) from number in Enumerable.Range(0, each) select row(course, mentor, number);

    private async Task WriteActivitiesAsync(RowSink sink)
    {
        await sink.WriteAsync("Rubrics", ["Id", "CourseId", "Title", "Criteria", "Version"], All(course => [rubricIds[course], people.Course(course), "Reflection on mentoring", Criteria, 1]));
        await sink.WriteAsync("Terms", ["CourseId", "Calendar", "Version"], All(course => [people.Course(course), JsonSerializer.Serialize(calendar, Web), 0]));
        await sink.WriteAsync("Activities",
            ["Id", "CourseId", "Kind", "Title", "Prompt", "Points", "DueAt", "Place", "RubricId", "GoalHours", "CreatedAt", "LeadersGrade", "Late", "Participation"], EachActivity(ActivityOf));
        var links = Ids(courses * Activities);
        await sink.WriteAsync("Links", ["Id", "CourseId", "LmsId", "Title", "ActivityId", "LineItemUrl"], EachActivity((course, activity) =>
            [links[(activity * courses) + course], people.Course(course), SampleNames.Link(course, activity + 1), $"Link {activity}", activityIds[course][activity], LineItem(course, activity)]));
        await sink.WriteAsync("GradeColumns", ["Id", "CourseId", "ActivityId", "LinkId", "LineItemUrl"], EachActivity((course, activity) =>
            [activityIds[course][activity], people.Course(course), activityIds[course][activity], links[(activity * courses) + course], LineItem(course, activity)]));
    }

    private object?[] ActivityOf(int course, int activity)
    {
        var kind = activity < Reflections ? ActivityKind.Reflection : activity == Activities - 1 ? ActivityKind.MentoringLog : ActivityKind.Participation;
        bool isReflection = kind is ActivityKind.Reflection;
        var sample = SampleReflections.All[activity % SampleReflections.All.Count];
        var dueAt = DueAt(activity);
        var place = isReflection ? calendar.PlaceOf(new DateTimeOffset(dueAt), TimeZoneInfo.FindSystemTimeZoneById(CoursePeople.Zone)) : null;
        return
        [
            activityIds[course][activity], people.Course(course), (int)kind, isReflection ? $"{sample.Title} ({activity + 1})" : $"{kind}", sample.Prompt, kind is ActivityKind.Participation ? 60m : 20m,
            kind is ActivityKind.Participation ? null : dueAt, place is null ? null : JsonSerializer.Serialize(place, Web), isReflection ? rubricIds[course] : null,
            kind is ActivityKind.MentoringLog ? 30m : null, now.AddDays(-90), false, isReflection ? Late : null, kind is ActivityKind.Participation ? Participation : null,
        ];
    }

    private async Task WriteWorkAsync(RowSink sink, int activity)
    {
        var (submissions, attempts) = (Ids(courses * Mentors), Ids(courses * Mentors));
        bool IsDraft(int mentor) => StateOf(activity, mentor) is WorkState.Draft;
        var handedInAt = now.AddDays((3 * activity) - 81);
        await sink.WriteAsync("Submissions", ["Id", "CourseId", "ActivityId", "MemberId", "DraftText", "DraftVersion", "DraftWords", "DraftSavedAt", "State"], AllMentors((course, mentor) =>
            [submissions[Place(course, mentor)], people.Course(course), activityIds[course][activity], people.Mentor(course, mentor), Text(mentor), 3, WordCount.Of(Text(mentor)), handedInAt, (int)StateOf(activity, mentor)]));
        await sink.WriteAsync("Attempts", ["Id", "CourseId", "SubmissionId", "Number", "Text", "Words", "HandedInAt", "GradedAt", "Files"], AllMentors((course, mentor) =>
            [attempts[Place(course, mentor)], people.Course(course), submissions[Place(course, mentor)], 1, Text(mentor), WordCount.Of(Text(mentor)), handedInAt, activity < Graded ? handedInAt.AddDays(3) : null, "[]"], IsDraft));
        if (activity < Graded)
        {
            await sink.WriteAsync("Assessments", ["Id", "CourseId", "AttemptId", "GraderId", "RubricThen", "Marks", "Comment", "Version", "ChangedAt", "ReleasedAt", "Score", "OutOf"], AllMentors((course, mentor) =>
                [Guid.CreateVersion7(), people.Course(course), attempts[Place(course, mentor)], people.Instructor(course), Criteria, Marks, "You listened before you advised.", 1, handedInAt.AddDays(3), handedInAt.AddDays(3), 18m, 20m]));
            await sink.WriteAsync("AuditEntries", ["CourseId", "At", "ActorId", "ActorName", "ActorRole", "Act", "MentorId", "ActivityId", "Changes"], AllMentors((course, mentor) =>
                [people.Course(course), handedInAt.AddDays(3), people.Instructor(course), SampleNames.InstructorName(course), (int)MemberRole.Instructor, (int)AuditAct.Released, people.Mentor(course, mentor), activityIds[course][activity], Noted]));
        }

        await WriteDeliveriesAsync(sink, activity, activity < Graded ? 18m : null, handedInAt, IsDraft);
    }

    /// <summary>A few have more time for one reflection, a few need not write another.</summary>
    private async Task WriteAllowancesAsync(RowSink sink)
    {
        string[] columns = ["Id", "CourseId", "ActivityId", "MemberId", "DueAt", "IsExcused", "Note", "GivenBy", "GivenAt", "Version"];
        object?[] Row(int course, int mentor, int activity, DateTime? dueAt) =>
            [Guid.CreateVersion7(), people.Course(course), activityIds[course][activity], people.Mentor(course, mentor), dueAt, dueAt is null, "Ill that week.", people.Instructor(course), now.AddDays(-70), 1];
        await sink.WriteAsync("Allowances", columns, AllMentors((course, mentor) => Row(course, mentor, 5, DueAt(5).AddDays(3)), mentor => mentor % 10 != 0));
        await sink.WriteAsync("Allowances", columns, AllMentors((course, mentor) => Row(course, mentor, 8, dueAt: null), mentor => mentor % 20 != 1));
    }

    private Task WriteDeliveriesAsync(RowSink sink, int activity, decimal? score, DateTime at, Func<int, bool> leaveOut) => sink.WriteAsync("Deliveries",
        [
            "Id", "CourseId", "ColumnId", "ActivityId", "MemberId", "Score", "OutOf", "Comment", "SubmittedAt", "Attempt", "ChangedAt", "Version", "State", "Tries", "NextTryAt", "LastAnswer",
            "SentVersion", "SentScore", "SentOutOf", "SentComment", "SentAttempt", "SentAt", "SentTimestamp", "SeenScore", "SeenOutOf", "SeenAt",
        ],
        AllMentors((course, mentor) =>
        [
            Guid.CreateVersion7(), people.Course(course), activityIds[course][activity], activityIds[course][activity], people.Mentor(course, mentor), score, 20m, "", at, 1, at, 2, (int)DeliveryState.Delivered, 0, at,
            (int)DeliveryAnswer.Accepted, 2, score, score is null ? null : 20m, "", 1, at, at, score, score is null ? null : 20m, score is null ? null : at,
        ], leaveOut));

    private DateTime DueAt(int activity) => now.AddDays((3 * activity) - 80);

    private static WorkState StateOf(int activity, int mentor) => activity == Draft && mentor == 0 ? WorkState.Draft : activity < Graded ? WorkState.Graded : WorkState.HandedIn;

    private static string LineItem(int course, int activity) => $"http://127.0.0.1:9/lineitems/{course}/{activity}";

    private static string Text(int mentor) => SampleTexts.Of(mentor % 3, mentor).Text;

    internal static Guid[] Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];

    private IEnumerable<object?[]> All(Func<int, object?[]> row) => Enumerable.Range(0, courses).Select(row);

    private IEnumerable<object?[]> EachActivity(Func<int, int, object?[]> row) =>
        from activity in Enumerable.Range(0, Activities) from course in Enumerable.Range(0, courses) select row(course, activity);
}
