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
public sealed class ReviewModel(CourseDb db, Counts standings, TimeProvider clock) : MemberPage
{
    public Activity Activity { get; private set; } = null!;

    public IReadOnlyList<Standing> Mentors { get; private set; } = [];

    /// <summary>How its gradebook column is, for those who can do something about it.</summary>
    public ColumnNotice? Column { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!Member.Supervises || await db.FindActivityAsync(id, Member.CourseId, cancel) is not { Kind: ActivityKind.Participation } activity)
            return NotFound();
        Activity = activity;
        Column = await ColumnNotice.FindAsync(db, Member, activity.Id, cancel);
        if (activity.Participation is not { } participation)
            return Page();
        var seen = (await db.MentorsSeenByAsync(Member, cancel)).Select(mentor => mentor.Id).ToHashSet();
        Mentors = [.. (await standings.OfAsync(activity, participation, only: null, clock.GetUtcNow(), cancel)).Where(standing => seen.Contains(standing.Mentor.Id))];
        return Page();
    }
}
