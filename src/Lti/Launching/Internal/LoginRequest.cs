namespace Lti.Launching.Internal;

/// <summary>A login initiation as it came in, by GET or POST (security framework 1.0, 5.1.1.1).</summary>
internal sealed record LoginRequest
{
    public string? Issuer { get; init; }

    public string? LoginHint { get; init; }

    public string? TargetLinkUri { get; init; }

    public string? MessageHint { get; init; }

    public string? ClientId { get; init; }

    public string? DeploymentId { get; init; }

    /// <summary>The frame that keeps data for us, where the platform offers one (LTI postMessage Storage 1.0, 3.1).</summary>
    public string? StorageTarget { get; init; }

    public required BrowserPlace Place { get; init; }

    /// <summary>Whether this browser has sent back a cookie that an earlier login set here.</summary>
    public bool CookiesWork { get; init; }

    /// <summary>Whether this login was sent round once more to see if a cookie comes back.</summary>
    public bool WasAskedForCookies { get; init; }
}
