using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Activities;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Counts = MentorCourseLti.Delivery.Standings;

namespace MentorCourseLti.Features.Standings;

/// <summary>Everybody's participation, for whoever looks after them: what counts of each part.</summary>
[LongPage]
public sealed class ReviewModel(CourseDb db, Counts standings, ActivityDesk settings, TimeProvider clock) : MemberPage
{
    public Activity Activity { get; private set; } = null!;

    public IReadOnlyList<Standing> Mentors { get; private set; } = [];

    /// <summary>A change of its gradebook column that is not done.</summary>
    public ColumnChange? ColumnChange { get; private set; }

    /// <summary>Whether its grades have a column to go to, for those who can do something about it.</summary>
    public ColumnNotice? Column { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!Member.Supervises || await db.Activities.AsNoTracking().FirstOrDefaultAsync(one => one.Id == new ActivityId(id) && one.CourseId == Member.CourseId && one.Kind == ActivityKind.Participation, cancel) is not { } activity)
            return NotFound();
        Activity = activity;
        if (Member.MayAssess)
            (ColumnChange, Column) = (await settings.OpenChangeAsync(activity.Id, cancel), Member.ArchivedAt is null ? await ColumnNotice.OfAsync(db, activity.Id, cancel) : null);
        if (activity.Participation is not { } participation)
            return Page();
        var seen = (await db.Members.SeenBy(Member).Select(member => member.Id).ToListAsync(cancel)).ToHashSet();
        Mentors = [.. (await standings.OfAsync(activity, participation, only: null, clock.GetUtcNow(), cancel)).Where(standing => seen.Contains(standing.Mentor.Id))];
        return Page();
    }
}
