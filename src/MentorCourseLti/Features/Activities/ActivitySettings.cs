using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rules;

namespace MentorCourseLti.Features.Activities;

/// <summary>What an instructor sets of an activity that shows elsewhere too: in the gradebook, and in grades.</summary>
public sealed record ActivitySettings(string Title, ActivityTerms Terms, LatePolicy? Late, DateTimeOffset? ResubmitUntil)
{
    public static ActivitySettings Of(Activity activity) => new(activity.Title, activity.Set, activity.Late, activity.ResubmitUntil);
}
