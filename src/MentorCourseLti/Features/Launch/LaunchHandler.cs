using Lti.Hosting;
using Lti.Launching;
using MentorCourseLti.Hosting.Metrics;
using MentorCourseLti.Hosting.Refusals;
using MentorCourseLti.Hosting.Visits;

namespace MentorCourseLti.Features.Launch;

/// <summary>What the application makes of a launch that the protocol library accepted or refused.</summary>
internal sealed class LaunchHandler(ArrivalRecorder arrivals, CourseMetrics metrics) : ILaunchHandler
{
    public async ValueTask<LaunchOpening> OpenAsync(LtiLaunch launch, HttpContext http, CancellationToken cancel)
    {
        if (await arrivals.RecordAsync(launch, cancel) is not { } arrival)
            return new LaunchOpening.NonceAlreadySpent();

        await VisitCookie.IssueAsync(http, arrival.Visit.Id);
        metrics.LaunchOpened();
        return new LaunchOpening.Opened(VisitPath.Of(arrival.Visit.Id) + PageOf(arrival));
    }

    public async ValueTask RefuseAsync(LaunchError error, HttpContext http, CancellationToken cancel)
    {
        metrics.LaunchRefused(error.Code);
        await RefusalPage.WriteAsync(http, Refusal.Of(error));
    }

    private static string PageOf(Arrival arrival) => arrival switch
    {
        { Member: null } => "/courses",
        { Link: null } => "/",
        { Link.ActivityId: { } activity, Member.MayAssess: true } => $"/reflections/{activity}/submissions",
        { Link.ActivityId: { } activity } => $"/reflections/{activity}",
        { Link: { } link } => $"/links/{link.Id}",
    };
}
