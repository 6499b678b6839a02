using System.Text.Json;
using MentorCourseLti.Commands.Samples;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Submissions;

namespace Benchmarks.Pages;

/// <summary>
/// Courses at the end of their term: every mentor has handed in every reflection, the first dozen are graded, and the log is full. Rows are
/// written activity by activity through all courses, as a term writes them: those of one course lie all over the database.
/// </summary>
internal sealed class FullCourses(int courses, DateTime now)
{
    public const int Mentors = 200;
    public const int Activities = 30;

    private const int Graded = 12;
    private const int Entries = 10;
    private const int Draft = Activities - 2;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly string Criteria = JsonSerializer.Serialize(ReadyRubrics.Reflection(default, DateTimeOffset.UnixEpoch).Criteria, Web);
    private static readonly string Marks = """[{"criterion":"moment","level":"5","comment":""},{"criterion":"mentee","level":"4","comment":"How do you know?"},{"criterion":"meaning","level":"4","comment":""},{"criterion":"next","level":"5","comment":""}]""";

    private readonly Guid platform = Guid.CreateVersion7();
    private readonly Guid[] courseIds = Ids(courses);
    private readonly Guid[][] mentorIds = [.. Enumerable.Range(0, courses).Select(_ => Ids(Mentors))];
    private readonly Guid[][] activityIds = [.. Enumerable.Range(0, courses).Select(_ => Ids(Activities))];
    private readonly Guid[] instructorIds = Ids(courses);
    private readonly Guid[] rubricIds = Ids(courses);

    public Guid Platform => platform;

    public CourseId Course(int course) => new(courseIds[course]);

    public MemberId Instructor(int course) => new(instructorIds[course]);

    public MemberId Mentor(int course, int mentor) => new(mentorIds[course][mentor]);

    /// <summary>A reflection that is graded, and one that the first mentor is still writing.</summary>
    public ActivityId GradedReflection(int course) => new(activityIds[course][0]);

    public ActivityId DraftedReflection(int course) => new(activityIds[course][Draft]);

    public ActivityId Log(int course) => new(activityIds[course][^1]);

    public async Task WriteAsync(RowSink sink)
    {
        await WritePeopleAsync(sink);
        await WriteActivitiesAsync(sink);
        for (int activity = 0; activity < Activities - 1; activity++)
            await WriteWorkAsync(sink, activity);
        await WriteLogAsync(sink);
        await sink.AnalyseAsync();
    }

    private async Task WritePeopleAsync(RowSink sink)
    {
        await sink.WriteAsync("Platforms", ["Id", "Name", "Issuer", "ClientId", "AuthorizationEndpoint", "TokenEndpoint", "JwksUri", "Family", "FrameAncestors"],
            [[platform, "Bench", "http://127.0.0.1:9", "bench", "http://127.0.0.1:9/a", "http://127.0.0.1:9/t", "http://127.0.0.1:9/j", 0, ""]]);
        var programmes = Ids(courses);
        await sink.WriteAsync("Programmes", ["Id", "Title", "StartedAt"], All(course => new object?[] { programmes[course], $"Programme {course}", now.AddDays(-100) }));
        await sink.WriteAsync("Courses", ["Id", "ProgrammeId", "PlatformId", "DeploymentId", "ContextId", "Title", "Label", "TimeZone", "GradeScopes"],
            All(course => new object?[] { courseIds[course], programmes[course], platform, "1", SampleNames.Context(course), $"Mentor Internship {course}", $"BIO 399-{course}", "America/Phoenix", "" }));
        // Resting, so that the tool delivers nothing while its pages are measured.
        await sink.WriteAsync("Lanes", ["CourseId", "LeasedUntil", "Failures", "NotBefore"], All(course => new object?[] { courseIds[course], now, 0, now.AddYears(1) }));
        string[] columns = ["Id", "CourseId", "Subject", "Name", "Role", "IsActive", "IsTestUser", "JoinedAt", "IsNamedLeader", "SectionNames"];
        await sink.WriteAsync("Members", columns, All(course => Member(instructorIds[course], course, SampleNames.Instructor(course), SampleNames.InstructorName(course), MemberRole.Instructor, "")));
        await sink.WriteAsync("Members", columns, AllMentors((course, mentor) =>
            Member(mentorIds[course][mentor], course, SampleNames.Student((mentor * courses) + course), SampleNames.StudentName(mentor), MemberRole.Mentor, $"\nGroup {1 + (mentor % 4)}\n")));
    }

    private object?[] Member(Guid id, int course, string subject, string name, MemberRole role, string sections) =>
        [id, courseIds[course], subject, name, (int)role, true, false, now.AddDays(-90), false, sections];

    private async Task WriteActivitiesAsync(RowSink sink)
    {
        await sink.WriteAsync("Rubrics", ["Id", "CourseId", "Title", "Criteria", "Version"], All(course => new object?[] { rubricIds[course], courseIds[course], "Reflection on mentoring", Criteria, 1 }));
        await sink.WriteAsync("Activities", ["Id", "CourseId", "Kind", "Title", "Prompt", "Points", "DueAt", "RubricId", "GoalHours", "CreatedAt", "LeadersGrade"],
            from activity in Enumerable.Range(0, Activities)
            from course in Enumerable.Range(0, courses)
            let isLog = activity == Activities - 1
            let sample = SampleReflections.All[activity % SampleReflections.All.Count]
            select new object?[]
            {
                activityIds[course][activity], courseIds[course], (int)(isLog ? ActivityKind.MentoringLog : ActivityKind.Reflection), isLog ? "Mentoring log" : $"{sample.Title} ({activity + 1})", sample.Prompt,
                20m, now.AddDays((3 * activity) - 80), isLog ? null : rubricIds[course], isLog ? 30m : null, now.AddDays(-90), false,
            });
        var links = Ids(courses * Activities);
        await sink.WriteAsync("Links", ["Id", "CourseId", "LmsId", "Title", "ActivityId", "LineItemUrl"], EachActivity((course, activity) =>
            [links[(activity * courses) + course], courseIds[course], SampleNames.Link(course, activity + 1), $"Link {activity}", activityIds[course][activity], LineItem(course, activity)]));
        await sink.WriteAsync("GradeColumns", ["Id", "CourseId", "ActivityId", "LinkId", "LineItemUrl"], EachActivity((course, activity) =>
            [activityIds[course][activity], courseIds[course], activityIds[course][activity], links[(activity * courses) + course], LineItem(course, activity)]));
    }

    private async Task WriteWorkAsync(RowSink sink, int activity)
    {
        var (submissions, attempts) = (Ids(courses * Mentors), Ids(courses * Mentors));
        int Place(int course, int mentor) => (mentor * courses) + course;
        bool IsDraft(int mentor) => StateOf(activity, mentor) is WorkState.Draft;
        var handedInAt = now.AddDays((3 * activity) - 81);
        await sink.WriteAsync("Submissions", ["Id", "CourseId", "ActivityId", "MemberId", "DraftText", "DraftVersion", "DraftWords", "DraftSavedAt", "State"], AllMentors((course, mentor) =>
            [submissions[Place(course, mentor)], courseIds[course], activityIds[course][activity], mentorIds[course][mentor], Text(mentor), 3, WordCount.Of(Text(mentor)), handedInAt, (int)StateOf(activity, mentor)]));
        await sink.WriteAsync("Attempts", ["Id", "SubmissionId", "Number", "Text", "Words", "HandedInAt", "GradedAt", "Files"], AllMentors((course, mentor) =>
            [attempts[Place(course, mentor)], submissions[Place(course, mentor)], 1, Text(mentor), WordCount.Of(Text(mentor)), handedInAt, activity < Graded ? handedInAt.AddDays(3) : null, "[]"], IsDraft));
        if (activity < Graded)
        {
            await sink.WriteAsync("Assessments", ["Id", "CourseId", "AttemptId", "GraderId", "RubricThen", "Marks", "Comment", "Version", "ChangedAt", "ReleasedAt", "Score", "OutOf"], AllMentors((course, mentor) =>
                [Guid.CreateVersion7(), courseIds[course], attempts[Place(course, mentor)], instructorIds[course], Criteria, Marks, "You listened before you advised.", 1, handedInAt.AddDays(3), handedInAt.AddDays(3), 18m, 20m]));
        }

        await WriteDeliveriesAsync(sink, activity, activity < Graded ? 18m : null, handedInAt, IsDraft);
    }

    private async Task WriteLogAsync(RowSink sink)
    {
        for (int i = 0; i < Entries; i++)
        {
            int week = i;
            var startsAt = now.AddDays((7 * week) - 80);
            await sink.WriteAsync("LogEntries",
                ["Id", "CourseId", "ActivityId", "MemberId", "LoggedAt", "StartsAt", "EndsAt", "Minutes", "Kind", "WasHeld", "Who", "Did", "Next", "NeedsAttention", "State", "Note", "ReviewedAt", "Version"],
                AllMentors((course, mentor) =>
                [
                    Guid.CreateVersion7(), courseIds[course], activityIds[course][^1], mentorIds[course][mentor], startsAt.AddHours(2), startsAt, startsAt.AddMinutes(50), 50, (int)MeetingKind.Video, true,
                    """["Ana","Bo"]""", "We read a graph of two populations and asked what it does not show.", "Bring the data.", false,
                    (int)(week < Entries - 1 ? EntryState.Approved : EntryState.Waiting), "", week < Entries - 1 ? startsAt.AddDays(2) : null, 2,
                ]));
        }

        await WriteDeliveriesAsync(sink, Activities - 1, 5m, now.AddDays(-8), _ => false);
    }

    private Task WriteDeliveriesAsync(RowSink sink, int activity, decimal? score, DateTime at, Func<int, bool> leaveOut) => sink.WriteAsync("Deliveries",
        [
            "Id", "CourseId", "ColumnId", "ActivityId", "MemberId", "Score", "OutOf", "Comment", "SubmittedAt", "Attempt", "ChangedAt", "Version", "State", "Tries", "NextTryAt", "LastAnswer",
            "SentVersion", "SentScore", "SentOutOf", "SentComment", "SentAttempt", "SentAt", "SentTimestamp", "SeenScore", "SeenOutOf", "SeenAt",
        ],
        AllMentors((course, mentor) =>
        [
            Guid.CreateVersion7(), courseIds[course], activityIds[course][activity], activityIds[course][activity], mentorIds[course][mentor], score, 20m, "", at, 1, at, 2, (int)DeliveryState.Delivered, 0, at,
            (int)DeliveryAnswer.Accepted, 2, score, score is null ? null : 20m, "", 1, at, at, score, score is null ? null : 20m, score is null ? null : at,
        ], leaveOut));

    private static WorkState StateOf(int activity, int mentor) => activity == Draft && mentor == 0 ? WorkState.Draft : activity < Graded ? WorkState.Graded : WorkState.HandedIn;

    private static string LineItem(int course, int activity) => $"http://127.0.0.1:9/lineitems/{course}/{activity}";

    private static string Text(int mentor) => SampleTexts.Of(mentor % 3, mentor).Text;

    private static Guid[] Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];

    private IEnumerable<object?[]> All(Func<int, object?[]> row) => Enumerable.Range(0, courses).Select(row);

    private IEnumerable<object?[]> EachActivity(Func<int, int, object?[]> row) =>
        from activity in Enumerable.Range(0, Activities) from course in Enumerable.Range(0, courses) select row(course, activity);

    private IEnumerable<object?[]> AllMentors(Func<int, int, object?[]> row, Func<int, bool>? leaveOut = null) =>
        from mentor in Enumerable.Range(0, Mentors) where leaveOut?.Invoke(mentor) != true from course in Enumerable.Range(0, courses) select row(course, mentor);
}
