using MentorCourseLti.Internship.Activities;

namespace MentorCourseLti.Data;

internal static class ActivityQueries
{
    /// <summary>As they are due, what has no date last: databases would put that where each likes.</summary>
    public static IQueryable<Activity> InOrder(this IQueryable<Activity> activities) =>
        activities.OrderBy(activity => activity.DueAt == null).ThenBy(activity => activity.DueAt).ThenBy(activity => activity.CreatedAt);
}
