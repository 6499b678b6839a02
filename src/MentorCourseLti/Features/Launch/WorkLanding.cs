using System.Globalization;
using Lti.Launching;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Features.Launch;

/// <summary>
/// Launches that lead to one mentor's work: an LMS's submission review, and the address that a gradebook keeps with a score (Canvas opens it in
/// SpeedGrader). Whoever grades sees the attempt; its author the own page; everybody else what the link opens.
/// </summary>
internal sealed class WorkLanding(CourseDb db, IOptions<MentorCourseOptions> options)
{
    /// <summary>Where the page of the work is, below the visit. None where the launch leads to nobody's work, or the work is not there.</summary>
    public async ValueTask<string?> FindAsync(LtiLaunch launch, Arrival arrival, CancellationToken cancel)
    {
        if (arrival.Member is not { } reader || await TargetAsync(launch, arrival, cancel) is not { } target)
            return null;

        var found = await (from me in db.Members
                           where me.Id == reader
                           join activity in db.Activities on me.CourseId equals activity.CourseId
                           where activity.Id == target.Activity
                           from author in db.Members.Where(author => author.CourseId == me.CourseId && (author.Id == target.Author || author.Subject == target.Subject))
                           select new { activity.Kind, Author = author, Reader = me }).AsNoTracking().FirstOrDefaultAsync(cancel);
        if (found is null)
            return null;
        if (found.Author.Id == reader)
            return ActivityPath.Of(found.Kind, target.Activity, supervises: false);
        bool maySee = found.Reader.Role is MemberRole.Instructor || found.Author.LeaderId == reader;
        if (!maySee)
            return null;
        if (found.Kind is not ActivityKind.Reflection)
            return ActivityPath.Of(found.Kind, target.Activity, supervises: true);
        return await AttemptAsync(target, found.Author.Id, cancel) is { } attempt ? $"/attempts/{attempt}" : ActivityPath.Of(found.Kind, target.Activity, supervises: true);
    }

    private async Task<WorkTarget?> TargetAsync(LtiLaunch launch, Arrival arrival, CancellationToken cancel)
    {
        if (launch.ForUser is { } user)
            return (arrival.Activity ?? await ActivityOfColumnAsync(launch, cancel)) is { } activity ? new WorkTarget(activity, null, user.UserId, null) : null;
        return WorkAddress.TryRead(options.Value.PublicUri, launch.TargetLinkUri, out var target) ? target : null;
    }

    private async Task<ActivityId?> ActivityOfColumnAsync(LtiLaunch launch, CancellationToken cancel)
    {
        string? url = launch.Ags?.LineItem?.ToString();
        return url is null ? null
            : await db.GradeColumns.Where(column => column.LineItemUrl == url && column.RetiredAt == null).Select(column => (ActivityId?)column.ActivityId).FirstOrDefaultAsync(cancel);
    }

    /// <summary>That very attempt; where it was taken back, or none is named, the one that stands.</summary>
    private async Task<string?> AttemptAsync(WorkTarget target, MemberId author, CancellationToken cancel)
    {
        var attempts = await (from submission in db.Submissions
                              where submission.ActivityId == target.Activity && submission.MemberId == author
                              join attempt in db.Attempts on submission.Id equals attempt.SubmissionId
                              where attempt.SetAsideAt == null
                              orderby attempt.Number descending
                              select new { attempt.Id, attempt.Number }).ToListAsync(cancel);
        return (attempts.Find(attempt => attempt.Number == target.Attempt) ?? attempts.FirstOrDefault())?.Id.Value.ToString("D", CultureInfo.InvariantCulture);
    }
}
