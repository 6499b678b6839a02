using Lti.Launching;
using MentorCourseLti.Data;
using MentorCourseLti.Data.Configurations;
using MentorCourseLti.Delivery;
using MentorCourseLti.Features.Placement;
using MentorCourseLti.Features.Runs;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Launch;

/// <summary>Writes down what a launch says of its link: what it opens, its dates and its gradebook column.</summary>
internal sealed class LinkRecorder(CourseDb db, ActivityCopies copies, RunHistory history, LinkColumns columns, GradeOutbox outbox, GradeRecount recount, TimeProvider clock)
{
    /// <summary>A link that was made by deep linking brings the id of its activity; in a copied course, one of the run before.</summary>
    public static ActivityId? PlacedActivity(LtiLaunch launch) =>
        launch.Custom.TryGetValue(PlacementDesk.CustomName, out string? text) && Guid.TryParse(text, out var id) ? new ActivityId(id) : null;

    /// <summary>Adds to the unit of work.</summary>
    public async Task<LinkNews> RecordAsync(LtiLaunch launch, Course course, Member member, KnownLink known, CancellationToken cancel)
    {
        var (link, activity, column) = known;
        link.Title = PlainText.Line(launch.ResourceLink?.Title, Lengths.Title) ?? link.Title;
        bool isRelinked = false;
        if (await NewActivityAsync(launch, course, member, link, cancel) is { } other && other.Id != link.ActivityId)
        {
            isRelinked = link.ActivityId is not null;
            (activity, column) = (other, await columns.TurnAsync(link, other, cancel));
        }

        bool isRecounted = activity is not null && HasOtherTerms(activity, launch);
        if (isRecounted)
            await recount.AllAsync(activity!, clock.GetUtcNow(), cancel);
        var columnNews = await RefreshColumnAsync(link, activity, column, launch, cancel);
        return columnNews with { Kind = activity?.Kind, MustRing = columnNews.MustRing || isRelinked || isRecounted };
    }

    /// <summary>The LMS has another date or other points than before: what was graded may count otherwise.</summary>
    private static bool HasOtherTerms(Activity activity, LtiLaunch launch)
    {
        var before = (activity.Counting, activity.DueAt);
        // A mentor's own launch may bring a date that is theirs alone: by it nobody else's grades are counted.
        return activity.Hear(LaunchTerms.Of(launch)) && activity is { Kind: ActivityKind.Reflection, Lms.FromStaff: true } && before != (activity.Counting, activity.DueAt);
    }

    /// <summary>What the link opens from now on; none where that does not change.</summary>
    private async Task<Activity?> NewActivityAsync(LtiLaunch launch, Course course, Member member, CourseLink link, CancellationToken cancel)
    {
        if (PlacedActivity(launch) is { } placed)
        {
            // The LMS's own link was made, copied or edited since.
            if (placed == link.PlacedId)
                return null;
            link.PlacedId = placed;
            return await copies.InCourseAsync(placed, course, member, cancel);
        }

        bool isNew = db.Entry(link).State is EntityState.Added;
        return isNew && await history.OfLinkAsync(launch, course, cancel) is { } before ? await copies.InCourseAsync(before, course, member, cancel) : null;
    }

    private async Task<LinkNews> RefreshColumnAsync(CourseLink link, Activity? activity, GradeColumn? column, LtiLaunch launch, CancellationToken cancel)
    {
        if (launch.Ags is not { } ags)
            return LinkNews.None;
        bool wasNamed = link.LineItemUrl is not null;
        link.LineItemUrl = ags.LineItem?.ToString();
        if (activity is null)
            return LinkNews.None;

        var now = clock.GetUtcNow();
        // A column that the LMS does not name is found, or made, when its first grade is sent.
        if (column is null && ags.MayScore && (link.LineItemUrl is not null || ags.MayManageLineItems))
        {
            await columns.AddAsync(link, activity, cancel);
            return new LinkNews { MustRing = true };
        }

        if (column is null)
            return LinkNews.None;
        // Either it was deleted, or the link has several by now: the column's own address will say.
        if (link.LineItemUrl is not { } named)
            return new LinkNews { Doubted = wasNamed ? column.Id : null };
        switch (column.Hear(named))
        {
            case ColumnNews.Found:
                await outbox.TryAgainAsync(column, now, cancel);
                return new LinkNews { MustRing = true };
            case ColumnNews.Another:
                await outbox.SendAllAnewAsync(column, now, cancel);
                return new LinkNews { MustRing = true };
            default:
                return LinkNews.None;
        }
    }
}

/// <summary>A link with what is known of it.</summary>
internal sealed record KnownLink(CourseLink Link, Activity? Activity, GradeColumn? Column);

/// <summary>What recording a link led to.</summary>
internal sealed record LinkNews
{
    public static LinkNews None { get; } = new();

    /// <summary>What it opens; none where nobody has set it up.</summary>
    public ActivityKind? Kind { get; init; }

    /// <summary>There is something for the deliverer.</summary>
    public bool MustRing { get; init; }

    /// <summary>A column that the LMS named until now and does not name any more.</summary>
    public GradeColumnId? Doubted { get; init; }
}
