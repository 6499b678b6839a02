namespace Lti.Platforms;

/// <summary>
/// One registration of the tool: an issuer, the client id that it gave us, and the deployments that were approved
/// (LTI 1.3 core, 3.1.2 and 3.1.3). Every hosted Canvas shares one issuer, so the issuer alone identifies nobody.
/// </summary>
public sealed record Platform
{
    /// <summary>The tool's own id of this registration.</summary>
    public required PlatformId Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The <c>iss</c> of its messages, compared character by character.</summary>
    public required string Issuer { get; init; }

    /// <summary>Our OAuth 2 client id there.</summary>
    public required string ClientId { get; init; }

    /// <summary>Its OIDC authorisation end point, where a login is sent to.</summary>
    public required Uri AuthorizationEndpoint { get; init; }

    /// <summary>Its OAuth 2 token end point; also the <c>aud</c> of our client assertions.</summary>
    public required Uri TokenEndpoint { get; init; }

    /// <summary>Its public key set (JWKS).</summary>
    public required Uri JwksUri { get; init; }

    /// <summary>The approved deployment ids (LTI 1.3 core, 3.1.3), compared character by character.</summary>
    public required IReadOnlyCollection<string> Deployments { get; init; }

    /// <summary>Which product it is, where that is known.</summary>
    public LmsFamily Family { get; init; }
}
