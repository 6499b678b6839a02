using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Counts = MentorCourseLti.Delivery.Standings;

namespace MentorCourseLti.Features.Standings;

/// <summary>A mentor's own participation: each rule as it is, and how far the mentor has come in it.</summary>
public sealed class IndexModel(CourseDb db, Counts standings, TimeProvider clock) : MemberPage
{
    public Activity Activity { get; private set; } = null!;

    /// <summary>None for whoever only reads.</summary>
    public Standing? Own { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.FindActivityAsync(id, Member.CourseId, cancel) is not { Kind: ActivityKind.Participation } activity)
            return NotFound();
        if (Member.Supervises && !Member.MayHandIn)
            return RedirectToPage("Review", new { id });
        Activity = activity;
        if (activity.Participation is { } participation)
            Own = await standings.OfAsync(activity, participation, Member.Id, clock.GetUtcNow(), cancel) is [var own] ? own : null;
        return Page();
    }
}
