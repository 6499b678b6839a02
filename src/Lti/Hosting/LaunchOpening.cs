using Lti.Launching;

namespace Lti.Hosting;

/// <summary>What the application made of an accepted launch. Closed.</summary>
public abstract record LaunchOpening
{
    private LaunchOpening()
    {
    }

    /// <summary>
    /// The launch is recorded. A page is never rendered at the launch address itself: reload would post the message again.
    /// </summary>
    /// <param name="Location">Where the browser goes: a path on our origin, or an absolute address of it.</param>
    public sealed record Opened(string Location) : LaunchOpening;

    /// <summary>Another launch has spent this nonce.</summary>
    public sealed record NonceAlreadySpent : LaunchOpening;

    /// <summary>The application does not want this launch.</summary>
    /// <param name="Error">Why.</param>
    public sealed record Refused(LaunchError Error) : LaunchOpening;
}
