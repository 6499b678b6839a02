using Lti.Services.Internal;

namespace Lti.Launching.Internal;

/// <summary>An error that the platform posted instead of a launch (OpenID Connect core 1.0, 3.1.2.6; Moodle does so).</summary>
internal static class PlatformErrors
{
    private const int LongestCode = 60;
    private const int LongestDescription = 300;

    /// <summary>
    /// The description is shown to people only when it comes back to the browser that started the login: otherwise anybody could
    /// write on our page.
    /// </summary>
    public static LaunchError Describe(LaunchRequest request, bool isBound)
    {
        var code = PlainText.Of(request.Error!, LongestCode);
        var description = request.ErrorDescription is null ? null : PlainText.Of(request.ErrorDescription, LongestDescription);
        // The description may name people, and details are logged.
        var refused = LaunchErrors.PlatformError with { Detail = code };
        return isBound
            ? refused with { Message = $"{refused.Message} It says: {description ?? code}" }
            : refused;
    }
}
