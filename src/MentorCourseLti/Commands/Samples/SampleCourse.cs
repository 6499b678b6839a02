using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Commands.Samples;

/// <summary>A course that is set up: its people, six reflections and a mentoring log, each behind a link.</summary>
internal sealed class SampleCourse
{
    private const decimal GoalHours = 10;
    private const int Groups = 2;

    public required Programme Programme { get; init; }

    public required Course Course { get; init; }

    public required Member Instructor { get; init; }

    public required IReadOnlyList<Member> Mentors { get; init; }

    public required Rubric Rubric { get; init; }

    public required IReadOnlyList<Activity> Reflections { get; init; }

    public required Activity Log { get; init; }

    public required IReadOnlyList<CourseLink> Links { get; init; }

    public IEnumerable<object> Rows => [Programme, Course, Instructor, .. Mentors, Rubric, .. Reflections, Log, .. Links];

    /// <param name="students">Numbers of those who are its mentors.</param>
    public static SampleCourse Build(Guid platform, string deployment, int number, IEnumerable<int> students, SampleTerm term)
    {
        var began = term.At(Math.Min(1, term.Week), days: -7, hours: 9);
        var (programme, course) = Course.Start(platform, deployment, SampleNames.Context(number), $"Mentor Internship {number}", $"BIO 399-{number}", term.Zone.Id, began);
        var rubric = ReadyRubrics.Reflection(course.Id, began);
        var reflections = SampleReflections.All.Select((reflection, i) => new Activity
        {
            Id = ActivityId.New(began),
            CourseId = course.Id,
            Kind = ActivityKind.Reflection,
            Title = reflection.Title,
            Prompt = reflection.Prompt,
            Points = rubric.Total,
            DueAt = term.DueAt(i),
            RubricId = rubric.Id,
            CreatedAt = began.AddMilliseconds(i),
        }).ToList();
        var log = new Activity
        {
            Id = ActivityId.New(began),
            CourseId = course.Id,
            Kind = ActivityKind.MentoringLog,
            Title = "Mentoring log",
            Prompt = SampleReflections.LogPrompt,
            Points = rubric.Total,
            GoalHours = GoalHours,
            CreatedAt = began.AddMilliseconds(reflections.Count),
        };
        return new SampleCourse
        {
            Programme = programme,
            Course = course,
            Instructor = MemberOf(course, SampleNames.Instructor(number), SampleNames.InstructorName(number), MemberRole.Instructor, began),
            Mentors = [.. students.Select((student, i) => Mentor(course, student, 1 + (i % Groups), began))],
            Rubric = rubric,
            Reflections = reflections,
            Log = log,
            Links = [.. reflections.Append(log).Select((activity, i) => LinkTo(activity, number, i + 1, began))],
        };
    }

    private static Member Mentor(Course course, int student, int group, DateTimeOffset began)
    {
        var member = MemberOf(course, SampleNames.Student(student), SampleNames.StudentName(student), MemberRole.Mentor, began);
        member.SectionNames = SectionNames.Write([$"Group {group}"]);
        return member;
    }

    private static Member MemberOf(Course course, string subject, string name, MemberRole role, DateTimeOffset joined) => new()
    {
        Id = MemberId.New(joined),
        CourseId = course.Id,
        Subject = subject,
        Name = name,
        Role = role,
        JoinedAt = joined,
    };

    private static CourseLink LinkTo(Activity activity, int course, int number, DateTimeOffset began) => new()
    {
        Id = CourseLinkId.New(began),
        CourseId = activity.CourseId,
        LmsId = SampleNames.Link(course, number),
        Title = activity.Title,
        ActivityId = activity.Id,
    };
}
