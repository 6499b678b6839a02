using Lti.Launching;
using MentorCourseLti.Data;
using MentorCourseLti.Features.Placement;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Programmes;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Features.Launch;

/// <summary>Makes the visit that a launch opens.</summary>
internal sealed class VisitOpening(IOptions<MentorCourseOptions> options, TimeProvider clock)
{
    public Visit Visit(LtiLaunch launch, VisitKey key, MemberId? member)
    {
        var now = clock.GetUtcNow();
        return new Visit
        {
            Id = VisitId.OfNonce(launch.Nonce),
            KeyDigest = key.Digest(),
            PlatformId = launch.Platform.Id.Value,
            Subject = launch.Subject,
            MemberId = member,
            FrameAncestors = FrameOrigins.Of(launch),
            ReturnUrl = launch.Presentation?.ReturnUrl?.ToString(),
            Placement = launch.DeepLinking is { } settings ? JsonText.Write(new PlacementRequest(launch.DeploymentId, settings)) : null,
            StartedAt = now,
            ExpiresAt = now.AddHours(options.Value.VisitHours),
        };
    }
}
