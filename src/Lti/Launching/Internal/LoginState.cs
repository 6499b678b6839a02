using Lti.Platforms;

namespace Lti.Launching.Internal;

/// <summary>What a login remembers until its launch. It travels through the platform as <c>state</c>, signed.</summary>
internal sealed record LoginState
{
    public required PlatformId PlatformId { get; init; }

    public required string Nonce { get; init; }

    /// <summary>SHA-256 of the binding's value; the value itself is only in the browser, or in what the platform keeps there.</summary>
    public required byte[] BindingHash { get; init; }

    /// <summary>Names the cookie that holds it.</summary>
    public required string BindingName { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The frame that the platform keeps the binding in; none where no storage was used.</summary>
    public string? StorageTarget { get; init; }

    /// <summary>How to start anew in a tab of its own; only where the browser has not shown yet that it keeps cookies.</summary>
    public LoginHints? Hints { get; init; }
}

/// <summary>The parts of a login that only the platform can give.</summary>
internal sealed record LoginHints(string LoginHint, string? MessageHint, string TargetLinkUri, string? DeploymentId);
