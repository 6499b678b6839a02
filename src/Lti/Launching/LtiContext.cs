namespace Lti.Launching;

/// <summary>The course (or group) that the link stands in (LTI 1.3 core, 5.4.1).</summary>
public sealed record LtiContext
{
    /// <summary>Stable and unique within the deployment; at most 255 characters.</summary>
    public required string Id { get; init; }

    /// <summary>Short name, such as <c>BIO399</c>.</summary>
    public string? Label { get; init; }

    /// <summary>Full name.</summary>
    public string? Title { get; init; }

    /// <summary>Its types as sent: full URIs or short names such as <c>CourseSection</c>; may be empty.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];
}
