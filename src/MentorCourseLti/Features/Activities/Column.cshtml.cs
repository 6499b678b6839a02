using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Activities;

/// <summary>Makes an activity's column again after it was deleted in the LMS's gradebook. No page of its own: it leads back to the activity.</summary>
public sealed class ColumnModel(CourseDb db, GradeOutbox outbox, TimeProvider clock) : MemberPage
{
    private const int MostTries = 5;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } activity ? Back(activity) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } activity)
            return NotFound();
        for (int tries = 1; await outbox.MakeAgainAsync(activity.Id, clock.GetUtcNow(), cancel); tries++)
        {
            try
            {
                await db.SaveChangesAsync(cancel);
                outbox.RingAfterCommit();
                break;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // One of the grades is being sent, or was released anew, at this moment.
                db.ChangeTracker.Clear();
            }
        }

        return Back(activity);
    }

    private RedirectResult Back(Activity activity) => Redirect(Request.PathBase + ActivityPath.Of(activity.Kind, activity.Id, supervises: true));

    private async Task<Activity?> FindAsync(Guid id, CancellationToken cancel) => Member.MayAssess
        ? await db.FindActivityAsync(id, Member.CourseId, cancel)
        : null;
}
