namespace MentorCourseLti.Data;

/// <summary>One deployment of a platform: approved by an administrator, or only seen in a launch.</summary>
public sealed class DeploymentRow
{
    public required Guid PlatformId { get; init; }

    public required string DeploymentId { get; init; }

    public required bool IsApproved { get; set; }
}
