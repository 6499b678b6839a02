using MentorCourseLti.Data;
using MentorCourseLti.Rosters;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace MentorCourseLti.Jobs;

/// <summary>Asks for the rosters of courses in use whose last reading is some hours old.</summary>
[QuartzJob]
[SimpleTrigger("00:30:00")]
public sealed class RosterJob(CourseDb db, RosterWishes requests, TimeProvider clock) : IJob
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(4);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var before = clock.GetUtcNow() - GoodFor;
        // In use: somebody has visited it of late; visits are forgotten after half a day.
        var courses = await db.Courses
            .Where(course => course.MembershipsUrl != null && (course.RosterTriedAt == null || course.RosterTriedAt < before)
                && db.Members.Any(member => member.CourseId == course.Id && db.Visits.Any(visit => visit.MemberId == member.Id)))
            .Select(course => course.Id).ToListAsync(cancellationToken);
        foreach (var course in courses)
            requests.Ask(course);
    }
}
