using Lti.Platforms;

namespace Lti.Registration;

/// <summary>A platform as its configuration and its answer describe it (dynamic registration 1.0, 2.1 and 3.6).</summary>
public sealed record RegisteredPlatform
{
    /// <summary>The <c>iss</c> of its messages.</summary>
    public required string Issuer { get; init; }

    /// <summary>Our OAuth 2 client id there.</summary>
    public required string ClientId { get; init; }

    /// <summary>The deployment that came with it; none where one is made later, when the tool is placed in a course or account.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>Its OIDC authorisation end point.</summary>
    public required Uri AuthorizationEndpoint { get; init; }

    /// <summary>Its OAuth 2 token end point.</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>Its public key set.</summary>
    public required Uri JwksUri { get; init; }

    /// <summary>Which product it is, where that is known.</summary>
    public LmsFamily Family { get; init; }

    /// <summary>Its <c>product_family_code</c>, such as <c>moodle</c>; null where it says none.</summary>
    public string? ProductFamilyCode { get; init; }

    /// <summary>The scopes that we asked for, in order.</summary>
    public required IReadOnlyList<string> AskedScopes { get; init; }

    /// <summary>Those of them that the platform granted. Platforms may still refuse them when they are used.</summary>
    public required IReadOnlyList<string> GrantedScopes { get; init; }
}
