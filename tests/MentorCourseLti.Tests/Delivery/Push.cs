using Lti.Grades;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Tests.Drivers;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Tests.Delivery;

/// <summary>Five hundred grades in five courses, queued beside the program, and the LMS that they go to.</summary>
internal sealed class Push : IAsyncDisposable
{
    private const int Courses = 5;
    private const int MentorsEach = 100;

    private readonly Dictionary<string, decimal> newest = new(StringComparer.Ordinal);

    private Push(TestDatabase database, DatabaseAlone alone, LmsHost lms) => (Database, Alone, Lms) = (database, alone, lms);

    public TestDatabase Database { get; }

    public DatabaseAlone Alone { get; }

    public LmsHost Lms { get; }

    public static async Task<Push> PrepareAsync(DatabaseProvider provider, PostgresServer server, Uri tool)
    {
        var database = await TestDatabase.OnAsync(provider, server);
        var lms = await LmsHost.StartAsync(LmsHost.Moodle, tool, Courses, MentorsEach);
        string issuer = lms.Address.GetLeftPart(UriPartial.Authority);
        await Administrator.DoesAsync(database, ["platforms", "add", .. lms.Registration]);
        await Administrator.DoesAsync(database, "sample", "--issuer", issuer, "--courses", $"{Courses}", "--members", $"{Courses * MentorsEach}");
        var push = new Push(database, await DatabaseAlone.OpenAsync(database), lms);
        await push.NameColumnsAsync(issuer);
        return push;
    }

    /// <summary>Scores for these of each course's mentors, as releases leave them.</summary>
    public Task<int> QueueAsync(decimal score, int from = 0, int count = MentorsEach) => Alone.WithAsync<GradeOutbox, int>(async (outbox, db) =>
    {
        foreach (var course in await db.Courses.ToListAsync())
        {
            var activity = await db.Activities.OrderBy(activity => activity.CreatedAt).FirstAsync(activity => activity.CourseId == course.Id);
            var members = await db.Members.Where(member => member.CourseId == course.Id && member.Subject.StartsWith("student-")).OrderBy(member => member.Id).ToListAsync();
            foreach (var member in members.Skip(from).Take(count))
            {
                var now = TimeProvider.System.GetUtcNow();
                await outbox.WantAsync(activity, member, new GradeNews(score, 20, $"Score {score}", now, 1, now), CancellationToken.None);
                newest[member.Subject] = score;
            }
        }

        return await db.SaveChangesAsync();
    });

    /// <summary>As a minute later: the leases of a node that died run out. One that is alive renews its own several times in these seconds.</summary>
    public async Task LeasesRunOutAsync()
    {
        var silence = TimeSpan.FromSeconds(4);
        await Task.Delay(silence);
        var untouchedSince = TimeProvider.System.GetUtcNow() - silence + LaneLeases.Length;
        await Alone.AskAsync(db => db.Lanes.Where(lane => lane.LeasedUntil <= untouchedSince)
            .ExecuteUpdateAsync(set => set.SetProperty(lane => lane.LeasedUntil, DateTimeOffset.UnixEpoch)));
    }

    public Task UntilAsync(int posts) => Eventually.Is(() => Lms.Campus.Counters.ScorePosts >= posts, $"{posts} grades are on their way");

    /// <summary>Every cell shows the newest grade, none was lost, and no older one ever replaced a newer.</summary>
    public async Task ArrivesWholeAsync()
    {
        await Eventually.Is(
            async () => !await Alone.AskAsync(db => db.Deliveries.AnyAsync(delivery => delivery.State == DeliveryState.Waiting)), "all grades are settled");
        var ends = await Alone.AskAsync(db => db.Deliveries.GroupBy(delivery => new { delivery.State, delivery.LastAnswer }).Select(end => new { end.Key, Count = end.Count() }).ToListAsync());
        ends.Where(end => end.Key.State is DeliveryState.Delivered).Sum(end => end.Count).ShouldBe(Courses * MentorsEach, string.Join("; ", ends));
        var cells = Lms.Campus.Courses.SelectMany(course => course.LineItems[0].Cells).ToDictionary(StringComparer.Ordinal);
        cells.Count.ShouldBe(Courses * MentorsEach);
        foreach (var (subject, score) in newest)
        {
            cells[subject].Grade.Score.ShouldBe(score, subject);
            var taken = cells[subject].History.Where(received => received.WasTaken).ToList();
            taken.Select(received => received.Score.ScoreGiven).ShouldBe(taken.Select(received => received.Score.ScoreGiven).Order(), subject);
            taken.Select(received => received.Score.Timestamp).ShouldBe(taken.Select(received => received.Score.Timestamp).Distinct().Order(), subject);
        }
    }

    /// <summary>How often a cell was sent a score that it had already.</summary>
    public int Repeats() => Lms.Campus.Courses.SelectMany(course => course.LineItems[0].Cells.Values)
        .Sum(cell => cell.History.Count - cell.History.Select(received => received.Score.ScoreGiven).Distinct().Count());

    public async ValueTask DisposeAsync()
    {
        await Alone.DisposeAsync();
        await Lms.DisposeAsync();
        Database.Dispose();
    }

    /// <summary>What a first launch would bring: the columns' addresses and what the LMS permits.</summary>
    private async Task NameColumnsAsync(string issuer)
    {
        var manner = Lms.Campus.Manner;
        var now = TimeProvider.System.GetUtcNow();
        await Alone.AskAsync(async db =>
        {
            foreach (var course in await db.Courses.ToListAsync())
            {
                course.GradeScopes = string.Join(' ', AgsScopes.LineItem, AgsScopes.ResultReadOnly, AgsScopes.Score);
                course.LineItemsUrl = $"{issuer}{manner.LineItemsPath(course.ContextId)}{manner.Query}";
                var item = Lms.Campus.FindCourse(course.ContextId)!.LineItems[0];
                var activity = await db.Activities.OrderBy(activity => activity.CreatedAt).FirstAsync(activity => activity.CourseId == course.Id);
                var link = await db.Links.SingleAsync(link => link.CourseId == course.Id && link.ActivityId == activity.Id);
                db.Add(new GradeColumn
                {
                    Id = GradeColumnId.New(now),
                    CourseId = course.Id,
                    ActivityId = activity.Id,
                    LinkId = link.Id,
                    LineItemUrl = $"{issuer}{manner.LineItemPath(course.ContextId, item.Id)}{manner.Query}",
                });
            }

            return await db.SaveChangesAsync();
        });
    }
}
