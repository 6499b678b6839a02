using MentorCourseLti.Data;
using MentorCourseLti.Data.Files;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace MentorCourseLti.Jobs;

/// <summary>Deletes files that no row names any more, and what broken uploads left.</summary>
[QuartzJob]
[SimpleTrigger("06:00:00")]
public sealed class FileSweepJob(CourseDb db, FileStore store) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        store.Sweep(await db.Attachments.Select(attachment => attachment.Id).ToHashSetAsync(cancellationToken));
}
