using Lti.Launching;
using MentorCourseLti.Data;
using MentorCourseLti.Data.Configurations;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Runs;

/// <summary>
/// The runs before a course: those that were archived in its own context, and the contexts that the LMS copied it from. LTI has variables
/// for them (<c>$Context.id.history</c>, <c>$ResourceLink.id.history</c>), which <c>lti-config</c> asks for: ids with commas between, the newest first.
/// </summary>
public sealed class RunHistory(CourseDb db)
{
    private const string Contexts = "context_history";
    private const string Links = "link_history";
    private const int Most = 20;

    /// <summary>As a course keeps it; none where the launch does not say.</summary>
    public static string? ContextsOf(LtiLaunch launch) =>
        launch.Custom.TryGetValue(Contexts, out string? text) && text.Length is > 0 and <= Lengths.History && !text.Any(char.IsControl) ? text : null;

    /// <summary>The courses of earlier runs, the newest first.</summary>
    internal async Task<List<CourseId>> OfAsync(Course course, CancellationToken cancel)
    {
        var contexts = Split(course.ContextHistory);
        var found = await db.Courses.AsNoTracking()
            .Where(one => one.PlatformId == course.PlatformId && one.Id != course.Id && (contexts.Contains(one.ContextId) || (one.ContextId == course.ContextId && one.ArchivedAt != null)))
            .Select(one => new { one.Id, one.ContextId, one.ArchivedAt }).ToListAsync(cancel);
        return [.. found.OrderBy(one => one.ContextId == course.ContextId ? -1 : contexts.IndexOf(one.ContextId)).ThenByDescending(one => one.ArchivedAt).Select(one => one.Id)];
    }

    /// <summary>
    /// What a link that is new here opened in an earlier run: the same link before its course was reset and archived, or those that the
    /// LMS copied it from.
    /// </summary>
    public async Task<ActivityId?> OfLinkAsync(LtiLaunch launch, Course course, CancellationToken cancel)
    {
        if (launch.ResourceLink is not { } link)
            return null;
        var runs = await OfAsync(course, cancel);
        if (runs.Count == 0)
            return null;
        List<string> ids = [link.Id, .. Split(launch.Custom.GetValueOrDefault(Links))];
        var found = await db.Links.AsNoTracking().Where(one => runs.Contains(one.CourseId) && ids.Contains(one.LmsId) && one.ActivityId != null)
            .Select(one => new { one.CourseId, one.LmsId, one.ActivityId }).ToListAsync(cancel);
        return found.OrderBy(one => runs.IndexOf(one.CourseId)).ThenBy(one => ids.IndexOf(one.LmsId)).FirstOrDefault()?.ActivityId;
    }

    private static List<string> Split(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Uri.UnescapeDataString).Where(id => !id.Any(char.IsControl)).Take(Most)];
}
