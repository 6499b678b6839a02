using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Commands.Samples;

/// <summary>
/// Fills a database with plainly invented courses that any platform can launch into: contexts <c>course-0</c>…,
/// links <c>course-N-link-1</c>…, users <c>instructor-N</c> and <c>student-N</c>, user N in course N modulo the courses. The first is in the
/// middle of its term; the others have just been set up.
/// </summary>
internal static class SampleCommand
{
    private const int MostCourses = 5_000;
    private const int MostMembers = 500_000;
    private const int CoursesAtOnce = 20;
    private const int UsualWeek = 6;

    public static async Task RunAsync(IServiceProvider services, CommandArguments arguments, TextWriter output, CancellationToken cancel)
    {
        string issuer = arguments.Required("--issuer");
        int courses = arguments.Number("--courses", fallback: 1, MostCourses);
        int members = arguments.Number("--members", fallback: 24, MostMembers);
        int week = arguments.Optional("--week") == "0" ? 0 : arguments.Number("--week", fallback: UsualWeek, SampleTerm.Weeks);
        string? lineItems = arguments.Optional("--line-items");
        arguments.RefuseOthers();

        var db = services.GetRequiredService<CourseDb>();
        var platform = await db.Platforms.Include(row => row.Deployments).Where(row => row.Issuer == issuer && row.RemovedAt == null).FirstOrDefaultAsync(cancel)
            ?? throw new CommandException($"No platform has the issuer {issuer}. Add it first, with: platforms add --issuer {issuer} ...");
        var deployment = platform.Deployments.FirstOrDefault(one => one.IsApproved)
            ?? throw new CommandException($"{platform.Name} has no approved deployment. Add one with: platforms add ... --deployment ID");

        var zone = TimeZoneInfo.FindSystemTimeZoneById(services.GetRequiredService<IOptions<MentorCourseOptions>>().Value.DefaultTimeZone);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var existing = await db.Courses.Where(course => course.PlatformId == platform.Id).Select(course => course.ContextId).ToHashSetAsync(StringComparer.Ordinal, cancel);
        int added = 0;
        for (int number = 0; number < courses; number++)
        {
            if (existing.Contains(SampleNames.Context(number)))
                continue;
            var term = new SampleTerm(zone, now, number == 0 ? week : 0);
            var students = StudentsOf(number, courses, members);
            var course = SampleCourse.Build(platform.Id, deployment.DeploymentId, number, students, term);
            db.AddRange([.. course.Rows, new DeliveryLane { CourseId = course.Course.Id }]);
            if (term.Week > 0)
                await LiveAsync(services, db, course, term, lineItems, cancel);
            if (++added % CoursesAtOnce == 0)
                await SaveAsync(db, cancel);
        }

        await SaveAsync(db, cancel);
        await output.WriteLineAsync(added == courses
            ? $"Added {added} sample courses with {members} members on {platform.Name}."
            : $"Added {added} sample courses on {platform.Name}; {courses - added} were there already and are left as they are.");
    }

    private static IEnumerable<int> StudentsOf(int course, int courses, int members)
    {
        for (int student = course; student < members; student += courses)
            yield return student;
    }

    private static async Task LiveAsync(IServiceProvider services, CourseDb db, SampleCourse course, SampleTerm term, string? lineItems, CancellationToken cancel)
    {
        db.AddRange(new SampleLife(course, term).Live());
        if (lineItems is null)
            return;

        // Where the LMS's columns can be found, grades are on their way already; else the first launch of each link says where.
        course.Course.LineItemsUrl = lineItems.Replace("{context}", course.Course.ContextId, StringComparison.Ordinal);
        course.Course.GradeScopes = string.Join(' ', Lti.Grades.AgsScopes.LineItem, Lti.Grades.AgsScopes.ResultReadOnly, Lti.Grades.AgsScopes.Score);
        await db.SaveChangesAsync(cancel);
        var outbox = services.GetRequiredService<GradeOutbox>();
        foreach (var link in course.Links)
        {
            var column = new GradeColumn { Id = GradeColumnId.New(term.Now), CourseId = link.CourseId, ActivityId = link.ActivityId!.Value, LinkId = link.Id };
            db.Add(column);
            await outbox.CatchUpAsync(column, term.Now, cancel);
        }
    }

    private static async Task SaveAsync(CourseDb db, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}
