using Lti.Launching;
using MentorCourseLti.Hosting;

namespace MentorCourseLti.Features.Launch;

/// <summary>
/// Who may frame the pages of a visit: the origins that the verified launch names. A hosted Canvas frames us from a
/// school's own host, which is neither its issuer nor its authorisation host, so these two alone would not do.
/// </summary>
internal static class FrameOrigins
{
    private const string CanvasBaseUrl = "canvas_base_url";

    public static string Of(LtiLaunch launch)
    {
        var origins = new List<string>(3);
        Add(origins, launch.Presentation?.ReturnUrl);
        if (launch.Custom.TryGetValue(CanvasBaseUrl, out string? text) && Uri.TryCreate(text, UriKind.Absolute, out var canvas))
            Add(origins, canvas);
        Add(origins, launch.Platform.AuthorizationEndpoint);
        return string.Join(' ', origins);
    }

    private static void Add(List<string> origins, Uri? address)
    {
        if (WebOrigin.Of(address) is { } origin && !origins.Contains(origin, StringComparer.Ordinal))
            origins.Add(origin);
    }
}
