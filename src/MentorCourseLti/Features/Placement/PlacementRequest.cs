using Lti.DeepLinking;

namespace MentorCourseLti.Features.Placement;

/// <summary>What a visit that a deep linking request opened must remember until the instructor has chosen.</summary>
internal sealed record PlacementRequest(string DeploymentId, DeepLinkingSettings Settings);
