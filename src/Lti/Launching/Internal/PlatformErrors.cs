namespace Lti.Launching.Internal;

/// <summary>An error that the platform posted instead of a launch (OpenID Connect core 1.0, 3.1.2.6; Moodle does so).</summary>
internal static class PlatformErrors
{
    private const int LongestDescription = 300;

    /// <summary>
    /// The description is shown to people only when it comes back to the browser that started the login: otherwise anybody could
    /// write on our page.
    /// </summary>
    public static LaunchError Describe(LaunchRequest request, bool isBound)
    {
        var code = Plain(request.Error!);
        var description = request.ErrorDescription is null ? null : Plain(request.ErrorDescription);
        var refused = LaunchErrors.PlatformError with { Detail = description is null ? code : $"{code}: {description}" };
        return isBound
            ? refused with { Message = $"{refused.Message} It says: {description ?? code}" }
            : refused;
    }

    private static string Plain(string text)
    {
        var kept = text.AsSpan(0, Math.Min(text.Length, LongestDescription));
        return string.Create(kept.Length, kept, static (plain, from) =>
        {
            for (var i = 0; i < plain.Length; i++)
                plain[i] = char.IsControl(from[i]) ? ' ' : from[i];
        }).Trim();
    }
}
