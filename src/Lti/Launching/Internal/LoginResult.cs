namespace Lti.Launching.Internal;

/// <summary>
/// How a login goes on. Closed. Platform storage (a browser without cookies, and a platform that offers <c>lti_storage_target</c>) will
/// be one more case here.
/// </summary>
internal abstract record LoginResult
{
    private LoginResult()
    {
    }

    /// <summary>The browser is sent to the platform, with a cookie that ties it to this login.</summary>
    public sealed record Redirect(string Location, string CookieSuffix, string Binding) : LoginResult;

    public sealed record Refused(LaunchError Error) : LoginResult;
}
