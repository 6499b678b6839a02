using MentorCourseLti.Data;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Delivery;

/// <summary>
/// Who delivers which course's grades. A holder is one run of one node: a run that stalled past its lease knows that it lost the
/// lane, even to its own node.
/// </summary>
internal sealed class LaneLeases(CourseDb db, DatabaseOptions database)
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    /// <summary>SQLite has one node: a lease that is there when it starts is its own, from before a crash, and need not run out first.</summary>
    public async Task EndLeftOversAsync(CancellationToken cancel)
    {
        if (database.Provider is not DatabaseProvider.Sqlite)
            return;
        using (await db.WriteTurnAsync(cancel))
        {
            await db.Lanes.Where(lane => lane.LeasedBy != null).ExecuteUpdateAsync(
                set => set.SetProperty(lane => lane.LeasedBy, (Guid?)null).SetProperty(lane => lane.LeasedUntil, DateTimeOffset.UnixEpoch), cancel);
        }
    }

    /// <summary>Takes courses with due grades that nobody holds.</summary>
    public async Task<IReadOnlyList<CourseId>> ClaimAsync(Guid holder, int most, DateTimeOffset now, CancellationToken cancel)
    {
        // On PostgreSQL the rows are locked where they are chosen: with the condition in the subquery alone two workers
        // would wait for the same row and both take it. SQLite knows one writer at a time and no such clause.
        string locking = database.Provider is DatabaseProvider.Postgres ? "FOR UPDATE SKIP LOCKED" : "";
        string sql = $$"""
            UPDATE "Lanes" SET "LeasedBy" = {0}, "LeasedUntil" = {1}
            WHERE "LeasedUntil" < {2} AND "CourseId" IN (
                SELECT lane."CourseId" FROM "Lanes" AS lane
                WHERE lane."LeasedUntil" < {2} AND lane."NotBefore" <= {2} AND EXISTS (
                    SELECT 1 FROM "Deliveries" AS delivery
                    WHERE delivery."CourseId" = lane."CourseId" AND delivery."State" = 0 AND delivery."NextTryAt" <= {2}
                    UNION ALL
                    SELECT 1 FROM "ColumnChanges" AS change
                    WHERE change."CourseId" = lane."CourseId" AND change."DueAt" <= {2})
                LIMIT {3} {{locking}})
            RETURNING "CourseId" AS "Value"
            """;
        using (await db.WriteTurnAsync(cancel))
        {
            var ids = await db.Database.SqlQueryRaw<Guid>(sql, holder, (now + Length).UtcDateTime, now.UtcDateTime, most).ToListAsync(cancel);
            return [.. ids.Select(CourseId.From)];
        }
    }

    /// <summary>False where the lease ran out and another run has the lane now.</summary>
    public async Task<bool> RenewAsync(CourseId course, Guid holder, DateTimeOffset now, CancellationToken cancel)
    {
        var until = now + Length;
        using (await db.WriteTurnAsync(cancel))
        {
            return await db.Lanes.Where(lane => lane.CourseId == course && lane.LeasedBy == holder)
                .ExecuteUpdateAsync(set => set.SetProperty(lane => lane.LeasedUntil, until), cancel) == 1;
        }
    }

    /// <param name="rest">How long the lane rests, and after how many failures in a row; none after a success.</param>
    public async Task ReleaseAsync(CourseId course, Guid holder, LaneRest rest, CancellationToken cancel)
    {
        using (await db.WriteTurnAsync(cancel))
        {
            await db.Lanes.Where(lane => lane.CourseId == course && lane.LeasedBy == holder).ExecuteUpdateAsync(
                set => set
                    .SetProperty(lane => lane.LeasedBy, (Guid?)null)
                    .SetProperty(lane => lane.LeasedUntil, DateTimeOffset.UnixEpoch)
                    .SetProperty(lane => lane.NotBefore, rest.Until)
                    .SetProperty(lane => lane.Failures, rest.Failures),
                cancel);
        }
    }
}

/// <summary>Until when a lane rests, and after how many failures in a row.</summary>
internal readonly record struct LaneRest(DateTimeOffset Until, int Failures)
{
    public static readonly LaneRest None = new(DateTimeOffset.UnixEpoch, 0);
}
