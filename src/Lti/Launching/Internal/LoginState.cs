using Lti.Platforms;

namespace Lti.Launching.Internal;

/// <summary>What a login remembers until its launch. It travels through the platform as <c>state</c>, signed.</summary>
internal sealed record LoginState
{
    public required PlatformId PlatformId { get; init; }

    public required string Nonce { get; init; }

    /// <summary>SHA-256 of the cookie's value; the value itself is only in the browser.</summary>
    public required byte[] BindingHash { get; init; }

    /// <summary>Which cookie holds it: two tabs log in at the same time.</summary>
    public required string CookieSuffix { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>How to start anew in another tab; only where the browser has not shown yet that it keeps cookies.</summary>
    public LoginHints? Hints { get; init; }
}

/// <summary>The parts of a login that only the platform can give.</summary>
internal sealed record LoginHints(string LoginHint, string? MessageHint, string TargetLinkUri, string? DeploymentId);
