using Lti.Launching;
using MentorCourseLti.Data;
using MentorCourseLti.Data.Prepared;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Features.Launch;

/// <summary>The launch of somebody who was here before and of whom the LMS says nothing new: one look, one row.</summary>
internal sealed class ReturningMembers(IPreparedSql sql, VisitOpening opening)
{
    private const string InsertVisit = """
        INSERT INTO "Visits" ("Id", "KeyDigest", "PlatformId", "Subject", "MemberId", "FrameAncestors", "ReturnUrl", "StartedAt", "ExpiresAt")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT DO NOTHING
        """;

    public async ValueTask<ReturnResult> OpenAsync(LtiLaunch launch, CancellationToken cancel)
    {
        if (launch.Context is not { } context || launch.DeepLinking is not null || ArrivalRecorder.SaysNewFamily(launch))
            return new ReturnResult.HasNews();

        var known = await sql.FirstAsync(
            KnownArrival.Sql, KnownArrival.Read, cancel, launch.Platform.Id.Value, launch.DeploymentId, context.Id, launch.Subject, launch.ResourceLink?.Id ?? "");
        if (known is null || !known.IsAllThat(launch))
            return new ReturnResult.HasNews();

        var key = VisitKey.New();
        var visit = opening.Visit(launch, key, new MemberId(known.MemberId));
        int written = await sql.WriteRelaxedAsync(
            InsertVisit, cancel, visit.Id.Value, visit.KeyDigest, visit.PlatformId, visit.Subject, known.MemberId, visit.FrameAncestors, visit.ReturnUrl,
            visit.StartedAt.UtcDateTime, visit.ExpiresAt.UtcDateTime);
        return written == 0 ? new ReturnResult.NonceSpent() : new ReturnResult.Opened(ArrivalOf(visit, key, known, launch));
    }

    private static Arrival ArrivalOf(Visit visit, VisitKey key, KnownArrival known, LtiLaunch launch)
    {
        var arrival = new Arrival(
            visit.Id, key, known.Role, Arrival.HandsInOf(known.Role, known.IsNamedLeader), Link: null, Activity: null, Kind: null, new MemberId(known.MemberId));
        return ArrivalRecorder.LeadsToCourse(launch) ? arrival : arrival with
        {
            Link = known.LinkId is { } link ? new CourseLinkId(link) : null,
            Activity = known.ActivityId is { } activity ? new ActivityId(activity) : null,
            Kind = known.ActivityKind,
        };
    }
}

/// <summary>How opening the visit of a returning member went.</summary>
internal abstract record ReturnResult
{
    private ReturnResult()
    {
    }

    public sealed record Opened(Arrival Arrival) : ReturnResult;

    public sealed record NonceSpent : ReturnResult;

    /// <summary>Somebody new, or something new to write down.</summary>
    public sealed record HasNews : ReturnResult;
}
