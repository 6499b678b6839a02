using Lti.Launching.Internal;

namespace Lti.Launching;

/// <summary>How a launch ended. Closed: to an application, either <see cref="Accepted"/> or <see cref="Refused"/>.</summary>
public abstract record LaunchResult
{
    private LaunchResult()
    {
    }

    /// <summary>Every check passed. The nonce is not spent yet.</summary>
    /// <param name="Launch">The message.</param>
    public sealed record Accepted(LtiLaunch Launch) : LaunchResult;

    /// <summary>A check failed.</summary>
    /// <param name="Error">Which one, and what a person can do.</param>
    public sealed record Refused(LaunchError Error) : LaunchResult;

    /// <summary>No cookie came back; the platform may have kept what ties the browser to the login (LTI postMessage Storage 1.0).</summary>
    internal sealed record AskStorage(PlatformStorage Store) : LaunchResult;
}
