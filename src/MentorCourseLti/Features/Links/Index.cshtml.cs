using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Runs;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Links;

/// <summary>A link that nobody has set up: its instructor chooses what it opens, everybody else is asked for patience.</summary>
public sealed class IndexModel(CourseDb db, LinkSetUp setUp, RunHistory history, ActivityCopies copies, GradeOutbox outbox) : MemberPage
{
    public CourseLink Link { get; private set; } = null!;

    public IReadOnlyList<Choice> Existing { get; private set; } = [];

    /// <summary>Activities of earlier runs that this one has no copy of.</summary>
    public IReadOnlyList<Choice> Earlier { get; private set; } = [];

    /// <summary>False where grades of what the link opens would stay here.</summary>
    public bool MaySync { get; private set; }

    public bool IsWrongChoice { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await setUp.FindAsync(id, Member.CourseId, cancel) is not { } link)
            return NotFound();
        Link = link;
        if (link.ActivityId is { } activity)
            return RedirectToPage("/Assess/Index", new { id = activity.Value });
        if (Member.MayAssess)
            await ReadChoicesAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? activity, Guid? earlier, CancellationToken cancel)
    {
        if (!Member.MayAssess || await setUp.FindAsync(id, Member.CourseId, cancel) is not { } link)
            return NotFound();
        Link = link;
        // Somebody else has set it up meanwhile: theirs stands.
        if (link.ActivityId is { } opened)
            return RedirectToPage("/Assess/Index", new { id = opened.Value });
        var chosen = activity is { } activityId
            ? await db.FindActivityAsync(activityId, Member.CourseId, cancel)
            : earlier is { } before ? await CopyAsync(new ActivityId(before), cancel)
            : null;
        if (chosen is null)
        {
            IsWrongChoice = true;
            await ReadChoicesAsync(cancel);
            return Page();
        }

        await setUp.OpenAsync(link, chosen, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (db.IsCrossed(exception))
        {
            // Two chose in one moment: this page leads to what the link opens now.
            return RedirectToPage(new { id });
        }

        outbox.RingAfterCommit();
        return RedirectToPage("/Assess/Index", new { id = chosen.Id.Value });
    }

    private async Task ReadChoicesAsync(CancellationToken cancel)
    {
        MaySync = await setUp.MaySyncAsync(Link, cancel);
        Existing = await db.Activities
            .Where(activity => activity.CourseId == Member.CourseId)
            .InOrder()
            .Select(activity => new Choice(activity.Id.Value, activity.Title, activity.DueAt))
            .ToListAsync(cancel);
        Earlier = [.. (await copies.NotYetAsync(await db.Courses.SingleAsync(course => course.Id == Member.CourseId, cancel), cancel)).Select(activity => new Choice(activity.Id.Value, activity.Title, null))];
    }

    private async Task<Activity?> CopyAsync(ActivityId earlier, CancellationToken cancel)
    {
        var course = await db.Courses.SingleAsync(one => one.Id == Member.CourseId, cancel);
        var runs = await history.OfAsync(course, cancel);
        if (!await db.Activities.AnyAsync(activity => activity.Id == earlier && runs.Contains(activity.CourseId), cancel))
            return null;
        return await copies.InCourseAsync(earlier, course, await db.Members.SingleAsync(one => one.Id == Member.Id, cancel), cancel);
    }

    public sealed record Choice(Guid Id, string Title, DateTimeOffset? DueAt);
}
