using System.Globalization;
using Lti.Launching;
using MentorCourseLti.Internship.Activities;

namespace MentorCourseLti.Features.Launch;

/// <summary>
/// The dates and points that a launch says its link has. They come as custom values, which <c>lti-config</c> asks for: those that LTI names
/// (<c>$ResourceLink.submission.endDateTime</c>, <c>$ResourceLink.available...</c>) and Canvas's own.
/// </summary>
internal static class LaunchTerms
{
    private const decimal MostPoints = 10_000;

    /// <summary>None where the launch says nothing of them: then what is known stays.</summary>
    public static LmsTerms? Of(LtiLaunch launch)
    {
        if (launch.Custom.Count == 0)
            return null;
        var opens = Time(launch, "unlock_at") ?? Time(launch, "available_start");
        var due = Time(launch, "due_at") ?? Time(launch, "submission_end");
        var closes = Time(launch, "lock_at") ?? Time(launch, "available_end");
        var points = Points(launch, "points_possible");
        return (opens, due, closes, points) is (null, null, null, null)
            ? null
            : new LmsTerms(opens, due, closes, points, FromStaff: launch.Roles.Highest is LtiRole.Instructor or LtiRole.TeachingAssistant);
    }

    private static DateTimeOffset? Time(LtiLaunch launch, string name) =>
        launch.Custom.TryGetValue(name, out string? text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        && time.Year is > 1900 and < 9000
            ? time
            : null;

    private static decimal? Points(LtiLaunch launch, string name) =>
        launch.Custom.TryGetValue(name, out string? text) && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal points)
        && points is > 0 and < MostPoints
            ? points
            : null;
}
