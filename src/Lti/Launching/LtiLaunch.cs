using Lti.DeepLinking;
using Lti.Grades;
using Lti.Platforms;
using Lti.Roster;

namespace Lti.Launching;

/// <summary>One accepted launch message: signed by the platform, fresh, and meant for us (LTI 1.3 core, 5).</summary>
public sealed record LtiLaunch
{
    /// <summary>The registration that signed it.</summary>
    public required Platform Platform { get; init; }

    /// <summary>The approved deployment it came from (5.3.3).</summary>
    public required string DeploymentId { get; init; }

    /// <summary>The person: <c>sub</c>, stable and unique within the issuer (5.3.6.1); at most 255 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>One of <see cref="LtiMessageTypes"/>.</summary>
    public required string MessageType { get; init; }

    /// <summary>
    /// The message's nonce: 22 characters, a version 7 UUID (RFC 9562) in base64url, as our login made it.
    /// <see cref="Lti.Hosting.ILaunchHandler.OpenAsync"/> must spend it.
    /// </summary>
    public required string Nonce { get; init; }

    /// <summary>Until when a spent nonce must be remembered: the message's <c>exp</c> plus the allowed clock skew.</summary>
    public required DateTimeOffset NonceExpiresAt { get; init; }

    /// <summary>When the platform made the message, by its own clock (<c>iat</c>).</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Where the link leads (5.3.4); always on the tool's own origin.</summary>
    public required Uri TargetLinkUri { get; init; }

    /// <summary>What the person is (5.3.7).</summary>
    public required LtiRoles Roles { get; init; }

    /// <summary>What the platform tells about the person; every part may be absent.</summary>
    public LtiPerson Person { get; init; } = new();

    /// <summary>Whose submission is looked at. Present in every <see cref="LtiMessageTypes.SubmissionReview"/> message, and in no other.</summary>
    public LtiForUser? ForUser { get; init; }

    /// <summary>The link. Present in every <see cref="LtiMessageTypes.ResourceLink"/> message, and perhaps in a review.</summary>
    public LtiResourceLink? ResourceLink { get; init; }

    /// <summary>What is to be picked. Present in every <see cref="LtiMessageTypes.DeepLinking"/> message, and in no other.</summary>
    public DeepLinkingSettings? DeepLinking { get; init; }

    /// <summary>The course; absent when the link stands outside of one.</summary>
    public LtiContext? Context { get; init; }

    /// <summary>How we are shown.</summary>
    public LtiPresentation? Presentation { get; init; }

    /// <summary>The platform about itself.</summary>
    public ToolPlatform? ToolPlatform { get; init; }

    /// <summary>Custom values (5.4.6) by exact name. Variables that the platform did not substitute (<c>$Name</c>) are left out.</summary>
    public IReadOnlyDictionary<string, string> Custom { get; init; } = System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    /// <summary>The gradebook's end points (AGS 2.0, 3.1), when offered.</summary>
    public AgsEndpoint? Ags { get; init; }

    /// <summary>The roster's end point (NRPS 2.0, 3.6.1.1), when offered.</summary>
    public NrpsEndpoint? Nrps { get; init; }

    /// <summary>The product that sent the message; falls back to what the registration says.</summary>
    public LmsFamily Family { get; init; }
}
