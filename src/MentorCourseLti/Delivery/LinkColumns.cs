using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Delivery;

/// <summary>A link has one column in the LMS, which is that of the activity it opens. Everything here adds to the unit of work: the caller saves, and rings.</summary>
public sealed class LinkColumns(CourseDb db, GradeOutbox outbox, TimeProvider clock)
{
    /// <summary>
    /// The link opens the activity from now on: nothing more of another goes to its column. The activity's own grades go there again, where
    /// they did before; else the answer is none.
    /// </summary>
    public async Task<GradeColumn?> TurnAsync(CourseLink link, Activity activity, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        link.ActivityId = activity.Id;
        var columns = await db.GradeColumns.Where(column => column.LinkId == link.Id).ToListAsync(cancel);
        foreach (var column in columns.Where(column => column.ActivityId != activity.Id))
            column.RetiredAt ??= now;
        var own = columns.Find(column => column.ActivityId == activity.Id);
        if (own is { RetiredAt: not null })
            await outbox.ReviveAsync(own, now, cancel);
        return own;
    }

    /// <summary>A column that the activity did not have by this link, with what was handed in and graded before.</summary>
    public async Task<GradeColumn> AddAsync(CourseLink link, Activity activity, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var column = new GradeColumn { Id = GradeColumnId.New(now), CourseId = link.CourseId, ActivityId = activity.Id, LinkId = link.Id, LineItemUrl = link.LineItemUrl };
        db.Add(column);
        await outbox.CatchUpAsync(column, now, cancel);
        return column;
    }
}
