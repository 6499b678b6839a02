namespace Lti.Launching;

/// <summary>The link in the course that was opened (LTI 1.3 core, 5.3.5).</summary>
public sealed record LtiResourceLink
{
    /// <summary>Stable and unique within the deployment; at most 255 characters.</summary>
    public required string Id { get; init; }

    /// <summary>Its title in the course, if sent.</summary>
    public string? Title { get; init; }

    /// <summary>Its description in the course, if sent; may hold HTML, so never show it unescaped.</summary>
    public string? Description { get; init; }
}
