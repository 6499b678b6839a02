namespace Lti.Launching;

/// <summary>Why a login or a launch was refused. Holds no token, no name and no secret.</summary>
public sealed record LaunchError
{
    /// <summary>A code that a human can search for, such as <c>launch.state-expired</c>. See <see cref="LaunchErrors"/>.</summary>
    public required string Code { get; init; }

    /// <summary>One or two English sentences that the person in front of the screen can act on. Plain text: escape it.</summary>
    public required string Message { get; init; }

    /// <summary>The HTTP status of the refusal page: 4xx.</summary>
    public required int Status { get; init; }

    /// <summary>What exactly was wrong, for logs and administrators. At most some hundred characters. Plain text: escape it.</summary>
    public string? Detail { get; init; }

    /// <summary>
    /// When the browser keeps no cookie in the frame: an address that starts the launch anew, for a button that opens a new tab (where
    /// the cookie is first-party): our own login, or the platform's own page of the link where its hints work only once. Null when
    /// starting anew from here would not help.
    /// </summary>
    public Uri? RetryInNewTab { get; init; }
}
