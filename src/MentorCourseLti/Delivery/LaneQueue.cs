using Lti.Grades;
using Lti.Platforms;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Delivery;

/// <summary>The grades of one course that are due, and what became of them.</summary>
internal sealed class LaneQueue(CourseDb db, IPlatformStore platforms)
{
    private const int BatchSize = 100;

    public async Task<(LaneCourse Course, int Failures)?> FindCourseAsync(CourseId id, CancellationToken cancel)
    {
        var row = await (from course in db.Courses.AsNoTracking()
                         join lane in db.Lanes.AsNoTracking() on course.Id equals lane.CourseId
                         where course.Id == id
                         select new { course.PlatformId, course.LineItemsUrl, course.GradeScopes, lane.Failures }).FirstOrDefaultAsync(cancel);
        if (row is null || await platforms.FindAsync(new PlatformId(row.PlatformId), cancel) is not { } platform)
            return null;

        var ags = new AgsEndpoint
        {
            LineItems = row.LineItemsUrl is null ? null : new Uri(row.LineItemsUrl),
            Scopes = row.GradeScopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
        };
        return (new LaneCourse(platform, ags), row.Failures);
    }

    /// <summary>The next grades in the order in which they changed, taken in hand: after a crash they are in doubt.</summary>
    public async Task<IReadOnlyList<LaneStop>> TakeAsync(CourseId course, DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var rows = await (from delivery in db.Deliveries
                          where delivery.CourseId == course && delivery.State == DeliveryState.Waiting && delivery.NextTryAt <= now
                          orderby delivery.ChangedAt
                          join column in db.GradeColumns on delivery.ColumnId equals column.Id
                          join member in db.Members on delivery.MemberId equals member.Id
                          join activity in db.Activities on delivery.ActivityId equals activity.Id
                          join link in db.Links on column.LinkId equals link.Id into links
                          from link in links.DefaultIfEmpty()
                          select new { delivery, column, member.Subject, activity, LinkLmsId = (string?)link.LmsId })
            .Take(BatchSize).ToListAsync(cancel);
        var stops = rows.ConvertAll(row => new LaneStop(row.delivery, row.column, row.Subject, row.activity, row.LinkLmsId) { IsInDoubt = row.delivery.IsInDoubt });
        if (stops.Count > 0)
            await TakeInHandAsync(stops, cancel);
        return stops;
    }

    /// <summary>Writes down what came of some tries. A grade that changed meanwhile stays in the queue with its newer news.</summary>
    public async Task SettleAsync(IReadOnlyList<TriedGrade> tried, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var one in tried)
            db.Add(one.Settle(now));

        // Each of them may have changed once since it was taken; more often than a person can release.
        for (int changesLeft = tried.Count + 5; ; changesLeft--)
        {
            try
            {
                await db.SaveChangesAsync(cancel);
                return;
            }
            catch (DbUpdateConcurrencyException exception) when (changesLeft > 0)
            {
                foreach (var entry in exception.Entries)
                {
                    await entry.ReloadAsync(cancel);
                    tried.First(one => ReferenceEquals(one.Stop.Delivery, entry.Entity)).Settle(now);
                }
            }
        }
    }

    /// <summary>Gives back what was taken in hand and not tried.</summary>
    public async Task PutBackAsync(IEnumerable<LaneStop> stops, CancellationToken cancel)
    {
        var ids = stops.Where(stop => !stop.IsInDoubt).Select(stop => stop.Delivery.Id).ToList();
        using (await db.WriteTurnAsync(cancel))
        {
            await db.Deliveries.Where(delivery => ids.Contains(delivery.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.SendingVersion, (int?)null), cancel);
        }
    }

    /// <summary>The LMS answers again: what was put off for its sake is due now.</summary>
    public async Task HurryAsync(CourseId course, DateTimeOffset now, CancellationToken cancel)
    {
        using (await db.WriteTurnAsync(cancel))
        {
            await db.Deliveries
                .Where(delivery => delivery.CourseId == course && delivery.State == DeliveryState.Waiting && delivery.NextTryAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.NextTryAt, now), cancel);
        }
    }

    public Task<DateTimeOffset?> NextDueAsync(CourseId course, CancellationToken cancel) => db.Deliveries
        .Where(delivery => delivery.CourseId == course && delivery.State == DeliveryState.Waiting)
        .MinAsync(delivery => (DateTimeOffset?)delivery.NextTryAt, cancel);

    private async Task TakeInHandAsync(List<LaneStop> stops, CancellationToken cancel)
    {
        var ids = stops.ConvertAll(stop => stop.Delivery.Id);
        using (await db.WriteTurnAsync(cancel))
        {
            await db.Deliveries.Where(delivery => ids.Contains(delivery.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.SendingVersion, delivery => delivery.Version), cancel);
        }

        // What the statement wrote, the tracked rows must know, or settling would see nothing to take back; and nothing is saved with them before that.
        foreach (var stop in stops)
        {
            stop.Delivery.TakeInHand();
            db.Entry(stop.Delivery).Property(delivery => delivery.SendingVersion).MarkWritten();
        }
    }
}

/// <summary>One grade that was tried, the message as it went out, and what came of it.</summary>
internal sealed record TriedGrade(LaneStop Stop, SentGrade Sent, DeliveryOutcome Outcome)
{
    public DeliveryReceipt Settle(DateTimeOffset now) => Stop.Delivery.Settle(Sent, Outcome, now);
}
