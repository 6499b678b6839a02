using MentorCourseLti.Data;
using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace MentorCourseLti.Jobs;

/// <summary>A date that has passed changes what counts, without anybody doing anything: participation grades are counted once an hour.</summary>
[QuartzJob]
[SimpleTrigger("01:00:00")]
public sealed class ParticipationJob(CourseDb db, ParticipationWishes wishes) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var courses = await db.Activities.Where(activity => activity.Kind == ActivityKind.Participation && db.Courses.Any(course => course.Id == activity.CourseId && course.ArchivedAt == null))
            .Select(activity => activity.CourseId).Distinct().ToListAsync(cancellationToken);
        foreach (var course in courses)
            wishes.Ask(course);
    }
}
