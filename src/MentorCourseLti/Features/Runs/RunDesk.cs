using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Runs;

/// <summary>Puts a run away, for an LMS whose courses are reset in place: the context begins another run with its next launch.</summary>
public sealed class RunDesk(CourseDb db, GradeOutbox outbox, TimeProvider clock)
{
    /// <summary>What was written stays readable; grades stop, since the columns are the next run's from now on.</summary>
    public async Task ArchiveAsync(CourseId id, CancellationToken cancel)
    {
        var course = await db.Courses.SingleAsync(one => one.Id == id, cancel);
        if (course.ArchivedAt is not null)
            return;
        course.ArchivedAt = clock.GetUtcNow();
        course.MembershipsUrl = null;
        foreach (var column in await db.GradeColumns.Where(one => one.CourseId == id).ToListAsync(cancel))
            column.RetiredAt ??= course.ArchivedAt;
        await db.SaveChangesAsync(cancel);
        outbox.RingAfterCommit();
    }

    /// <summary>As long as nobody has opened the course again. The LMS's next launch says anew where grades go.</summary>
    public async Task<bool> TakeBackAsync(CourseId id, CancellationToken cancel)
    {
        var course = await db.Courses.SingleAsync(one => one.Id == id, cancel);
        if (course.ArchivedAt is null)
            return true;
        if (await NextRunAsync(course, cancel))
            return false;
        foreach (var column in await db.GradeColumns.Where(one => one.CourseId == id && one.RetiredAt == course.ArchivedAt).ToListAsync(cancel))
            await outbox.ReviveAsync(column, clock.GetUtcNow(), cancel);
        course.ArchivedAt = null;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody opened the course in this moment, or a grade was just being sent: the page says which, and is there to try again.
            return false;
        }

        outbox.RingAfterCommit();
        return true;
    }

    /// <summary>Whether the course's context has begun another run.</summary>
    public Task<bool> NextRunAsync(Course course, CancellationToken cancel) => db.Courses.AnyAsync(
        one => one.PlatformId == course.PlatformId && one.DeploymentId == course.DeploymentId && one.ContextId == course.ContextId && one.ArchivedAt == null, cancel);
}
