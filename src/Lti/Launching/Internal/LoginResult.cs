namespace Lti.Launching.Internal;

/// <summary>How a login goes on. Closed.</summary>
internal abstract record LoginResult
{
    private LoginResult()
    {
    }

    /// <summary>The browser is sent to the platform, with a cookie that ties it to this login.</summary>
    public sealed record Redirect(Binding Binding, string Location) : LoginResult;

    /// <summary>
    /// The platform keeps the binding for us too, then the browser is sent there (LTI postMessage Storage 1.0). The cookie is set all the
    /// same: whichever comes back will do.
    /// </summary>
    /// <param name="Binding">What ties the browser to this login.</param>
    /// <param name="Store">Who keeps it.</param>
    /// <param name="Location">Where the browser goes once it is kept.</param>
    /// <param name="Otherwise">Where it goes if nobody answers.</param>
    public sealed record KeepInStorage(Binding Binding, PlatformStorage Store, string Location, string Otherwise) : LoginResult;

    public sealed record Refused(LaunchError Error) : LoginResult;
}

/// <summary>Ties a browser to a login.</summary>
/// <param name="Name">Eight characters of it that name the cookie, or the key in the platform's storage: two tabs log in at the same time.</param>
/// <param name="Value">22 characters that only this browser has; the state holds their hash.</param>
internal sealed record Binding(string Name, string Value);

/// <summary>Who keeps data for us on the platform's side.</summary>
/// <param name="Target">The name of the frame, or <c>_parent</c>.</param>
/// <param name="Origin">Whom the browser lets read what we send: the authorisation end point's origin, and nobody else.</param>
internal sealed record PlatformStorage(string Target, string Origin);
