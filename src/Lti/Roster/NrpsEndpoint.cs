namespace Lti.Roster;

/// <summary>Where the course's roster is read (NRPS 2.0, 3.6.1.1).</summary>
public sealed record NrpsEndpoint
{
    /// <summary>The membership container's address; may carry a query.</summary>
    public required Uri ContextMembershipsUrl { get; init; }

    /// <summary>The versions offered, such as <c>2.0</c>; may be empty.</summary>
    public IReadOnlyList<string> ServiceVersions { get; init; } = [];
}
