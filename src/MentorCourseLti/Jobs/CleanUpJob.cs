using MentorCourseLti.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace MentorCourseLti.Jobs;

/// <summary>Forgets visits that are over. Their nonces are long expired by then.</summary>
[QuartzJob]
[SimpleTrigger("01:00:00")]
public sealed class CleanUpJob(CourseDb db, TimeProvider clock) : IJob
{
    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var before = clock.GetUtcNow() - KeptAfterEnd;
        using (await db.WriteTurnAsync(cancellationToken))
        {
            await db.Visits.Where(visit => visit.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);
            await db.GradingLeases.Where(lease => lease.Until < before).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
