using Lti.DeepLinking;
using Lti.Platforms;
using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Placement;

/// <summary>Answers deep linking requests: the chosen activities as links with their columns, dates and our ids.</summary>
public sealed class PlacementDesk(CourseDb db, DeepLinkingResponses responses, IPlatformStore platforms)
{
    /// <summary>Under which a link brings the id of its activity.</summary>
    public const string CustomName = "activity";

    /// <summary>What the visit was opened for; none where it was opened by a link.</summary>
    public async Task<DeepLinkingSettings?> FindAsync(CurrentMember member, CancellationToken cancel) => (await RequestOfAsync(member, cancel))?.Settings;

    /// <summary>The answer as the browser posts it; none where the visit was not opened for one, or its platform is gone.</summary>
    public async Task<string?> AnswerAsync(CurrentMember member, IReadOnlyList<Activity> chosen, CancellationToken cancel)
    {
        if (await RequestOfAsync(member, cancel) is not { } request || await platforms.FindAsync(new PlatformId(member.PlatformId), cancel) is not { } platform)
            return null;
        return await responses.MakeAsync(platform, request.DeploymentId, request.Settings, [.. chosen.Select(ItemOf)], cancel);
    }

    private async Task<PlacementRequest?> RequestOfAsync(CurrentMember member, CancellationToken cancel) =>
        await db.Visits.Where(visit => visit.Id == member.VisitId).Select(visit => visit.Placement).SingleOrDefaultAsync(cancel) is { } text ? JsonText.Read<PlacementRequest>(text) : null;

    private static LinkItem ItemOf(Activity activity) => new()
    {
        Title = activity.Title,
        Custom = new Dictionary<string, string>(StringComparer.Ordinal) { [CustomName] = activity.Id.ToString() },
        Column = new LinkItemColumn(activity.Title, activity.Points, activity.Id.ToString(), ColumnTerms.Tag, ColumnTerms.Review),
        AvailableFrom = activity.OpensAt,
        AvailableUntil = activity.ClosesAt,
        DueAt = activity.DueAt,
    };
}
