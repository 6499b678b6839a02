using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Delivery;

/// <summary>
/// The address that a gradebook keeps with a score, to open the work itself: <c>/submissions/{activity}/{mentor}/{attempt}</c>. It is opened by a launch, which says
/// who looks; by itself it opens nothing.
/// </summary>
public static class WorkAddress
{
    private const string Path = "/submissions/";

    public static Uri Of(Uri publicUrl, ActivityId activity, MemberId member, int attempt) =>
        publicUrl.At(string.Create(CultureInfo.InvariantCulture, $"{Path}{activity}/{member}/{attempt}"));

    public static bool TryRead(Uri publicUrl, Uri address, [NotNullWhen(true)] out WorkTarget? target)
    {
        target = null;
        string start = publicUrl.AbsolutePath.TrimEnd('/') + Path;
        if (!address.AbsolutePath.StartsWith(start, StringComparison.Ordinal))
            return false;
        if (address.AbsolutePath[start.Length..].TrimEnd('/').Split('/') is not [var activity, var member, var attempt]
            || !Guid.TryParse(activity, out var activityId) || !Guid.TryParse(member, out var memberId)
            || !int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return false;
        target = new WorkTarget(new ActivityId(activityId), new MemberId(memberId), Subject: null, number);
        return true;
    }
}

/// <summary>One mentor's work on an activity.</summary>
/// <param name="Author">Who wrote it; none where the LMS names the person by <paramref name="Subject"/>.</param>
/// <param name="Attempt">Which attempt; none for the one that stands.</param>
public sealed record WorkTarget(ActivityId Activity, MemberId? Author, string? Subject, int? Attempt);
