using MentorCourseLti.Data;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Assess;

/// <summary>Who sits before which attempt. A grader sits before one at a time; whoever comes second is told, and may grade all the same.</summary>
public sealed class GradingLeases(CourseDb db, TimeProvider clock)
{
    /// <summary>Before whom else it lies open just now.</summary>
    public async Task<Holder?> FindAsync(AttemptId attempt, CurrentMember grader, CancellationToken cancel)
    {
        return await (from lease in OfOthers(grader)
                      where lease.AttemptId == attempt
                      join holder in db.Members on lease.HolderId equals holder.Id
                      select new Holder(holder.Name)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>What of the grader's course lies open before others just now.</summary>
    public async Task<IReadOnlyDictionary<AttemptId, Holder>> OthersAsync(CurrentMember grader, CancellationToken cancel)
    {
        var course = grader.CourseId;
        return await (from lease in OfOthers(grader)
                      join holder in db.Members.Where(holder => holder.CourseId == course) on lease.HolderId equals holder.Id
                      select new { lease.AttemptId, holder.Name }).ToDictionaryAsync(lease => lease.AttemptId, lease => new Holder(lease.Name), cancel);
    }

    /// <summary>The grader sits down before it, unless somebody else does: then that is the answer.</summary>
    public async Task<Holder?> HoldAsync(AttemptId attempt, CurrentMember grader, CancellationToken cancel)
    {
        var (me, now) = (grader.Id, clock.GetUtcNow());
        var until = now + GradingLease.Length;
        using (await db.WriteTurnAsync(cancel))
        {
            await db.GradingLeases.Where(lease => lease.HolderId == me && lease.AttemptId != attempt).ExecuteDeleteAsync(cancel);
            if (await db.GradingLeases.Where(lease => lease.AttemptId == attempt && (lease.HolderId == me || lease.Until <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.HolderId, me).SetProperty(lease => lease.Until, until), cancel) > 0)
                return null;
        }

        if (await FindAsync(attempt, grader, cancel) is { } other)
            return other;
        db.Add(new GradingLease { AttemptId = attempt, HolderId = me, Until = until });
        // Whoever sat down at this very moment has it.
        return await db.TrySaveAsync(cancel) ? null : await FindAsync(attempt, grader, cancel);
    }

    public async Task LetGoAsync(AttemptId attempt, CurrentMember grader, CancellationToken cancel)
    {
        var me = grader.Id;
        using (await db.WriteTurnAsync(cancel))
            await db.GradingLeases.Where(lease => lease.AttemptId == attempt && lease.HolderId == me).ExecuteDeleteAsync(cancel);
    }

    /// <summary>What is held just now, by whomever else.</summary>
    private IQueryable<GradingLease> OfOthers(CurrentMember grader)
    {
        var (me, now) = (grader.Id, clock.GetUtcNow());
        return db.GradingLeases.Where(lease => lease.HolderId != me && lease.Until > now);
    }
}
