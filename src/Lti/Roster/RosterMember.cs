using Lti.Launching;

namespace Lti.Roster;

/// <summary>One person in a course (NRPS 2.0, 2.2).</summary>
public sealed record RosterMember
{
    /// <summary>The same id as the <c>sub</c> of the person's launches.</summary>
    public required string UserId { get; init; }

    /// <summary>The roles in the course; Moodle sends short names, which are understood.</summary>
    public required LtiRoles Roles { get; init; }

    /// <summary>Whether the person is in the course now. What is not said is active.</summary>
    public required RosterStatus Status { get; init; }

    /// <summary>The name as people write it; null where the platform shares none.</summary>
    public string? Name { get; init; }

    /// <summary>The e-mail address; null where the platform shares none.</summary>
    public string? Email { get; init; }
}

/// <summary>NRPS 2.0, 2.3.</summary>
public enum RosterStatus
{
    /// <summary>In the course.</summary>
    Active,

    /// <summary>Suspended or ended, but not removed.</summary>
    Inactive,

    /// <summary>Removed.</summary>
    Deleted,
}
