using Lti.Hosting;
using Lti.Launching;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Metrics;
using MentorCourseLti.Hosting.Refusals;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Features.Launch;

/// <summary>What the application makes of a launch that the protocol library accepted or refused.</summary>
internal sealed class LaunchHandler(ReturningMembers returning, Lazy<ArrivalRecorder> arrivals, Lazy<WorkLanding> works, RefusalLimit limit, CourseMetrics metrics) : ILaunchHandler
{
    public async ValueTask<LaunchOpening> OpenAsync(LtiLaunch launch, HttpContext http, CancellationToken cancel)
    {
        var arrival = await returning.OpenAsync(launch, cancel) switch
        {
            ReturnResult.Opened opened => opened.Arrival,
            ReturnResult.HasNews => await arrivals.Value.RecordAsync(launch, cancel),
            _ => null,
        };
        if (arrival is null)
            return new LaunchOpening.NonceAlreadySpent();

        VisitCookie.Issue(http, arrival.Visit, arrival.Key);
        metrics.LaunchOpened();
        string? work = LeadsToWork(launch) ? await works.Value.FindAsync(launch, arrival, cancel) : null;
        return new LaunchOpening.Opened(VisitPath.Of(arrival.Visit) + (work ?? PageOf(arrival)));
    }

    public async ValueTask RefuseAsync(LaunchError error, HttpContext http, CancellationToken cancel)
    {
        metrics.LaunchRefused(error.Code);
        // A browser without cookies needs the page's button to come in at all: a class of them is no flood.
        await (error.RetryInNewTab is not null || limit.MayHaveAPage(http) ? RefusalPage.WriteAsync(http, Refusal.Of(error)) : RefusalPage.WriteBrieflyAsync(http, error));
    }

    private static bool LeadsToWork(LtiLaunch launch) => launch.ForUser is not null || launch.TargetLinkUri.AbsolutePath.Contains("/submissions/", StringComparison.Ordinal);

    private static string PageOf(Arrival arrival) => arrival switch
    {
        { Role: null } => "/courses",
        { Places: true } => "/place",
        { Activity: { } activity, Kind: { } kind } => ActivityPath.Of(kind, activity, supervises: !arrival.HandsIn),
        { Link: { } link } => $"/links/{link}",
        _ => "/",
    };
}
