namespace Lti.Launching;

/// <summary>How a launch ended. Closed: either <see cref="Accepted"/> or <see cref="Refused"/>.</summary>
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
}
