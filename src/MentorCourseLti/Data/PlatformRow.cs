using Lti.Platforms;

namespace MentorCourseLti.Data;

/// <summary>A registered LMS.</summary>
public sealed class PlatformRow
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required string Issuer { get; init; }

    public required string ClientId { get; init; }

    public required string AuthorizationEndpoint { get; set; }

    public required string TokenEndpoint { get; set; }

    public required string JwksUri { get; set; }

    /// <summary>As its launches say.</summary>
    public LmsFamily Family { get; set; }

    /// <summary>Further origins that may frame our pages, space-separated: a hosted Canvas frames us from a school's own host.</summary>
    public string FrameAncestors { get; set; } = "";

    /// <summary>Set when an administrator closed the registration: no launches, no grades.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public IList<DeploymentRow> Deployments { get; } = [];

    public void Approve(string deployment)
    {
        if (Deployments.FirstOrDefault(known => known.DeploymentId == deployment) is { } known)
            known.IsApproved = true;
        else
            Deployments.Add(new DeploymentRow { PlatformId = Id, DeploymentId = deployment, IsApproved = true });
    }
}
