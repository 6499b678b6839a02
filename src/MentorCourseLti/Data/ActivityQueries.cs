using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Data;

internal static class ActivityQueries
{
    private static readonly Func<CourseDb, ActivityId, CourseId, IAsyncEnumerable<Activity>> Find = CompiledQuery.Of((CourseDb db, ActivityId id, CourseId course) =>
        db.Activities.Where(activity => activity.Id == id && activity.CourseId == course));

    /// <summary>One of the course, to be changed too; none where it has no such activity.</summary>
    public static ValueTask<Activity?> FindActivityAsync(this CourseDb db, Guid id, CourseId course, CancellationToken cancel) =>
        Find(db, new ActivityId(id), course).SingleOrDefaultAsync(cancel);

    /// <summary>As they are due, what has no date last: databases would put that where each likes.</summary>
    public static IQueryable<Activity> InOrder(this IQueryable<Activity> activities) =>
        activities.OrderBy(activity => activity.DueAt == null).ThenBy(activity => activity.DueAt).ThenBy(activity => activity.CreatedAt);
}
