using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Links;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Terms;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Activities;

/// <summary>Adds activities and changes their settings, with what follows in the LMS and for grades.</summary>
public sealed class ActivityDesk(CourseDb db, LinkSetUp setUp, GradeOutbox outbox, GradeRecount recount, TimeProvider clock)
{
    /// <summary>Adds to the unit of work; the caller saves and rings.</summary>
    public async Task<Activity> AddAsync(CourseId course, ActivityKind kind, ActivityForm form, Guid? linkId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var activity = new Activity
        {
            Id = ActivityId.New(now),
            CourseId = course,
            Kind = kind,
            Title = form.Title!,
            Prompt = form.Prompt!,
            Points = form.Points!.Value,
            CreatedAt = now,
        };
        db.Add(activity);
        // Somebody else may have set the link up meanwhile: theirs stands, and this one waits on the home page.
        if (await setUp.FindAsync(linkId, course, cancel) is { ActivityId: null } link)
            await setUp.OpenAsync(link, activity, cancel);
        return activity;
    }

    /// <summary>Adds to the unit of work; the caller saves and rings.</summary>
    public async Task ApplyAsync(Activity activity, ActivitySettings settings, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var before = (activity.Title, activity.OpensAt, activity.DueAt, activity.Points);
        var (counting, due) = (activity.Counting, activity.DueAt);
        if (settings.Terms.DueAt != activity.Set.DueAt)
            activity.Place = await PlaceAsync(activity.CourseId, settings.Terms.DueAt, cancel);
        (activity.Title, activity.Late, activity.ResubmitUntil) = (settings.Title, settings.Late, settings.ResubmitUntil);
        activity.Agree(settings.Terms);
        if (before != (activity.Title, activity.OpensAt, activity.DueAt, activity.Points))
            await outbox.ChangeColumnsAsync(activity, now, cancel);
        if (activity.Kind is ActivityKind.Reflection && (counting != activity.Counting || due != activity.DueAt))
            await recount.AllAsync(activity, now, cancel);
    }

    /// <summary>A date in a week of the course's term moves with that week from then on.</summary>
    private async Task<WeekPlace?> PlaceAsync(CourseId course, DateTimeOffset? due, CancellationToken cancel)
    {
        if (due is not { } at || await db.Terms.AsNoTracking().FirstOrDefaultAsync(term => term.CourseId == course, cancel) is not { } term)
            return null;
        // As it is, or is about to be saved.
        return term.Calendar.PlaceOf(at, new CourseTime((await db.Courses.SingleAsync(one => one.Id == course, cancel)).TimeZone).Zone);
    }
}
