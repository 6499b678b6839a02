using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Commands;

/// <summary>
/// Fills a database with plainly invented courses that any platform can launch into: contexts <c>course-0</c>…,
/// links <c>course-N-link-1</c>…, users <c>instructor-N</c> and <c>student-N</c>, user N in course N modulo the courses.
/// </summary>
internal static class SampleCommand
{
    private const int MostCourses = 5_000;
    private const int MostMembers = 500_000;
    private const int CoursesAtOnce = 20;

    public static async Task RunAsync(IServiceProvider services, CommandArguments arguments, TextWriter output, CancellationToken cancel)
    {
        string issuer = arguments.Required("--issuer");
        int courses = arguments.Number("--courses", fallback: 1, MostCourses);
        int members = arguments.Number("--members", fallback: 24, MostMembers);
        arguments.RefuseOthers();

        var db = services.GetRequiredService<CourseDb>();
        var platform = await db.Platforms.Include(row => row.Deployments).Where(row => row.Issuer == issuer && row.RemovedAt == null).FirstOrDefaultAsync(cancel)
            ?? throw new CommandException($"No platform has the issuer {issuer}. Add it first, with: platforms add --issuer {issuer} ...");
        var deployment = platform.Deployments.FirstOrDefault(one => one.IsApproved)
            ?? throw new CommandException($"{platform.Name} has no approved deployment. Add one with: platforms add ... --deployment ID");

        string zone = services.GetRequiredService<IOptions<MentorCourseOptions>>().Value.DefaultTimeZone;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var existing = await db.Courses.Where(course => course.PlatformId == platform.Id).Select(course => course.ContextId).ToHashSetAsync(StringComparer.Ordinal, cancel);
        int added = 0;
        for (int number = 0; number < courses; number++)
        {
            if (existing.Contains(SampleNames.Context(number)))
                continue;
            AddCourse(db, platform.Id, deployment.DeploymentId, zone, number, courses, members, now);
            added++;
            if (added % CoursesAtOnce == 0)
                await SaveAsync(db, cancel);
        }

        await SaveAsync(db, cancel);
        await output.WriteLineAsync(added == courses
            ? $"Added {added} sample courses with {members} members on {platform.Name}."
            : $"Added {added} sample courses on {platform.Name}; {courses - added} were there already and are left as they are.");
    }

    private static async Task SaveAsync(CourseDb db, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private static void AddCourse(CourseDb db, Guid platform, string deployment, string zone, int number, int courses, int members, DateTimeOffset now)
    {
        var (programme, course) = Course.Start(platform, deployment, SampleNames.Context(number), $"Mentor Internship {number}", $"BIO 399-{number}", zone, now);
        db.AddRange(programme, course, new DeliveryLane { CourseId = course.Id });
        AddMember(db, course, SampleNames.Instructor(number), SampleNames.InstructorName(number), MemberRole.Instructor, now);
        for (int student = number; student < members; student += courses)
            AddMember(db, course, SampleNames.Student(student), SampleNames.StudentName(student), MemberRole.Mentor, now);

        var rubric = ReadyRubrics.Reflection(course.Id, now);
        db.Add(rubric);
        for (int i = 0; i < SampleReflections.All.Count; i++)
            AddReflection(db, course, rubric, SampleReflections.All[i], i + 1, number, now);
    }

    private static void AddMember(CourseDb db, Course course, string subject, string name, MemberRole role, DateTimeOffset now) => db.Add(new Member
    {
        Id = MemberId.New(now),
        CourseId = course.Id,
        Subject = subject,
        Name = name,
        Role = role,
        JoinedAt = now,
    });

    private static void AddReflection(CourseDb db, Course course, Rubric rubric, SampleReflections.Reflection reflection, int order, int courseNumber, DateTimeOffset now)
    {
        var activity = new Activity
        {
            Id = ActivityId.New(now),
            CourseId = course.Id,
            Kind = ActivityKind.Reflection,
            Title = reflection.Title,
            Prompt = reflection.Prompt,
            Points = rubric.Total,
            // One a fortnight, the first due this week.
            DueAt = EndOfDay(course.TimeZone, now, days: (14 * (order - 1)) + 6),
            RubricId = rubric.Id,
            CreatedAt = now.AddMilliseconds(order),
        };
        db.Add(activity);
        // The link's column is named by its first launch.
        db.Add(new CourseLink
        {
            Id = CourseLinkId.New(now),
            CourseId = course.Id,
            LmsId = SampleNames.Link(courseNumber, order),
            Title = reflection.Title,
            ActivityId = activity.Id,
        });
    }

    private static DateTimeOffset EndOfDay(string zoneId, DateTimeOffset now, int days)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var local = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(days).AddHours(23).AddMinutes(59);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
