using MentorCourseLti.Data;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Archive;

/// <summary>Lets one download of a course, and of a mentor's own work, run at a time: however many press the button, and on whichever node.</summary>
public sealed class ArchiveLease(CourseDb db, IServiceScopeFactory scopes, TimeProvider clock)
{
    public Task<ArchiveRun?> FindAsync(Guid of, CancellationToken cancel) => db.ArchiveRuns.AsNoTracking().FirstOrDefaultAsync(run => run.Of == of, cancel);

    /// <summary>Saves the unit of work with it. None, and nothing saved, where one runs already.</summary>
    public async Task<RunningArchive?> TakeAsync(Guid of, int mentors, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var run = await db.ArchiveRuns.FirstOrDefaultAsync(one => one.Of == of, cancel);
        if (run?.IsRunning(now) is true)
            return null;
        if (run is null)
            db.Add(run = new ArchiveRun { Of = of });
        run.Start(mentors, now);
        return await db.TrySaveAsync(cancel) ? new RunningArchive(run, scopes, clock) : null;
    }
}
