namespace Lti.Launching.Internal;

/// <summary>What was posted to the launch address, and the cookies that came with it.</summary>
internal sealed record LaunchRequest
{
    /// <summary>Whether there was a <c>state</c> at all.</summary>
    public bool HasState { get; init; }

    /// <summary>The state, when it was sealed by us.</summary>
    public LoginState? State { get; init; }

    /// <summary>The value that <see cref="LoginState.BindingName"/> names, from the cookie or from the platform's storage.</summary>
    public string? Binding { get; init; }

    /// <summary>Whether the platform's storage was asked already.</summary>
    public bool WasStorageAsked { get; init; }

    public required BrowserPlace Place { get; init; }

    /// <summary>Whether this browser has sent back a cookie that an earlier login set here.</summary>
    public bool CookiesWork { get; init; }

    public string? IdToken { get; init; }

    public string? Error { get; init; }

    public string? ErrorDescription { get; init; }
}
