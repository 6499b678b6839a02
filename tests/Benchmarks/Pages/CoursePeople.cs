using MentorCourseLti.Commands.Samples;
using MentorCourseLti.Internship.Programmes;

namespace Benchmarks.Pages;

/// <summary>Courses with their people and nothing else: each in a programme of its own, with an instructor and its mentors, course by course as rosters bring them.</summary>
/// <param name="first">Number of the first course: no two courses of a database share one.</param>
internal sealed class CoursePeople(Guid platform, int first, int courses, int mentors, DateTime now)
{
    public const string Zone = "America/Phoenix";

    private readonly Guid[] programmeIds = Ids(courses);
    private readonly Guid[] courseIds = Ids(courses);
    private readonly Guid[] instructorIds = Ids(courses);
    private readonly Guid[][] mentorIds = [.. Enumerable.Range(0, courses).Select(_ => Ids(mentors))];

    public Guid Programme(int course) => programmeIds[course];

    public Guid Course(int course) => courseIds[course];

    public Guid Instructor(int course) => instructorIds[course];

    public Guid Mentor(int course, int mentor) => mentorIds[course][mentor];

    /// <summary>The LMS's id of a mentor.</summary>
    public string Subject(int course, int mentor) => SampleNames.Student((first * 1_000) + (mentor * courses) + course);

    /// <summary>No two mentors of a course have the same.</summary>
    public static string Name(int mentor) => SampleNames.StudentName(mentor);

    public async Task WriteAsync(RowSink sink)
    {
        await sink.WriteAsync("Programmes", ["Id", "Title", "TimeZone", "StartedAt"], All(course => [programmeIds[course], $"Programme {first + course}", Zone, now.AddDays(-100)]));
        await sink.WriteAsync("Courses", ["Id", "ProgrammeId", "PlatformId", "DeploymentId", "ContextId", "Title", "Label", "TimeZone", "GradeScopes"], All(course =>
            [courseIds[course], programmeIds[course], platform, "1", SampleNames.Context(first + course), $"Mentor Internship {first + course}", $"BIO 399-{first + course}", Zone, ""]));
        // Resting, so that the tool delivers nothing while its pages are measured.
        await sink.WriteAsync("Lanes", ["CourseId", "LeasedUntil", "Failures", "NotBefore"], All(course => [courseIds[course], now, 0, now.AddYears(1)]));
        string[] columns = ["Id", "CourseId", "Subject", "Name", "Role", "IsActive", "IsTestUser", "JoinedAt", "IsNamedLeader", "SectionNames"];
        await sink.WriteAsync("Members", columns, All(course => Member(instructorIds[course], course, InstructorSubject(course), SampleNames.InstructorName(course), MemberRole.Instructor, "")));
        await sink.WriteAsync("Members", columns,
            from course in Enumerable.Range(0, courses)
            from mentor in Enumerable.Range(0, mentors)
            select Member(mentorIds[course][mentor], course, Subject(course, mentor), Name(mentor), MemberRole.Mentor, $"\nGroup {1 + (mentor % 4)}\n"));
    }

    /// <summary>The instructor's.</summary>
    public Visitor Visit(PageVisits visits, int course) => visits.Open(new MemberId(instructorIds[course]), InstructorSubject(course));

    private object?[] Member(Guid id, int course, string subject, string name, MemberRole role, string sections) =>
        [id, courseIds[course], subject, name, (int)role, true, false, now.AddDays(-90), false, sections];

    private string InstructorSubject(int course) => SampleNames.Instructor(first + course);

    private IEnumerable<object?[]> All(Func<int, object?[]> row) => Enumerable.Range(0, courses).Select(row);

    private static Guid[] Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];
}
