using Benchmarks.Processes;
using Lti.Grades;
using Lti.Platforms;
using MentorCourseLti.Commands;
using MentorCourseLti.Commands.Samples;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Benchmarks.Grades;

/// <summary>
/// Releases grades as the pages do, through the outbox, but from the driver's process: the tool hears of them by its tick.
/// </summary>
internal sealed class ReleasedGrades(BenchDatabase database) : IAsyncDisposable
{
    private static readonly string Scopes = string.Join(' ', AgsScopes.LineItem, AgsScopes.LineItemReadOnly, AgsScopes.ResultReadOnly, AgsScopes.Score);

    private readonly ServiceProvider services = Services(database);

    public static decimal ScoreOf(int activity, int student) => (activity + student) % 21;

    public static string CommentOf(int activity, string subject) =>
        $"{subject}, reflection {activity}: you listened before you advised - keep that. Say next time what your mentee made of it, in their own words.";

    /// <summary>Writes down what a launch from each link would: the column's address, and what the LMS permits. Adds the links that the sample lacks.</summary>
    public async Task PrepareAsync(LmsState lms, int links)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        var now = TimeProvider.System.GetUtcNow();
        (await db.Platforms.SingleAsync()).Family = LmsFamily.Moodle;
        var columns = lms.LineItems.Where(item => item.ResourceLinkId is not null).ToDictionary(item => item.ResourceLinkId!, StringComparer.Ordinal);
        foreach (var course in await db.Courses.ToListAsync())
        {
            int number = int.Parse(course.ContextId.AsSpan("course-".Length), System.Globalization.CultureInfo.InvariantCulture);
            string url = columns[SampleNames.Link(number, 1)].Url;
            course.LineItemsUrl = url[..url.LastIndexOf("/lineitems/", StringComparison.Ordinal)] + "/lineitems?type_id=1";
            course.GradeScopes = Scopes;
            var known = await db.Links.Where(link => link.CourseId == course.Id).ToDictionaryAsync(link => link.LmsId, StringComparer.Ordinal);
            var first = await db.Activities.FirstAsync(activity => activity.CourseId == course.Id);
            for (int i = 1; i <= links; i++)
                AddColumn(db, known.GetValueOrDefault(SampleNames.Link(number, i)) ?? AddLink(db, first, SampleNames.Link(number, i), now), columns[SampleNames.Link(number, i)].Url, now);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Releases a grade for every mentor in some activities of every course, all in one transaction. Returns how many.</summary>
    public async Task<int> ReleaseAsync(IEnumerable<int> activities)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        var outbox = scope.ServiceProvider.GetRequiredService<GradeOutbox>();
        var now = TimeProvider.System.GetUtcNow();
        int released = 0;
        foreach (int number in activities)
        {
            string ending = $"-link-{number}";
            var opened = await (from link in db.Links
                                where link.LmsId.EndsWith(ending)
                                join activity in db.Activities on link.ActivityId equals activity.Id
                                select activity).ToDictionaryAsync(activity => activity.CourseId);
            foreach (var member in await db.Members.Where(member => member.Role == MemberRole.Mentor).AsNoTracking().ToListAsync())
            {
                decimal score = ScoreOf(number, StudentOf(member.Subject));
                var news = new GradeNews(score, OutOf: 20, CommentOf(number, member.Subject), now.AddDays(-1), Attempt: 1, now);
                await outbox.WantAsync(opened[member.CourseId], member, news, CancellationToken.None);
                released++;
            }
        }

        await db.SaveChangesAsync();
        return released;
    }

    /// <summary>How many wait, how many need a person, and whether a deliverer holds a course.</summary>
    public async Task<(int Waiting, int Stuck, bool IsClaimed)> LookAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourseDb>();
        var now = TimeProvider.System.GetUtcNow();
        return (
            await db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Waiting),
            await db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.NeedsLook || delivery.State == DeliveryState.LeftAlone),
            await db.Lanes.AnyAsync(lane => lane.LeasedUntil > now));
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    public static int StudentOf(string subject) => int.Parse(subject.AsSpan("student-".Length), System.Globalization.CultureInfo.InvariantCulture);

    private static CourseLink AddLink(CourseDb db, Activity like, string lmsId, DateTimeOffset now)
    {
        var activity = new Activity
        {
            Id = ActivityId.New(now),
            CourseId = like.CourseId,
            Kind = like.Kind,
            Title = lmsId,
            Prompt = like.Prompt,
            Points = like.Points,
            RubricId = like.RubricId,
            CreatedAt = now,
        };
        var link = new CourseLink { Id = CourseLinkId.New(now), CourseId = like.CourseId, LmsId = lmsId, Title = lmsId, ActivityId = activity.Id };
        db.AddRange(activity, link);
        return link;
    }

    private static void AddColumn(CourseDb db, CourseLink link, string url, DateTimeOffset now)
    {
        link.LineItemUrl = url;
        db.Add(new GradeColumn { Id = GradeColumnId.New(now), CourseId = link.CourseId, ActivityId = link.ActivityId!.Value, LinkId = link.Id, LineItemUrl = url });
    }

    private static ServiceProvider Services(BenchDatabase database)
    {
        var collection = new ServiceCollection();
        collection.AddCourseDb(new DatabaseOptions(database.Provider, database.ConnectionString));
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton<DeliveryBell>();
        collection.AddSingleton<ParticipationWishes>();
        collection.AddScoped<GradeOutbox>();
        return collection.BuildServiceProvider();
    }
}
