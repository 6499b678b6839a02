using Lti.Keys;
using MentorCourseLti.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace MentorCourseLti.Jobs;

/// <summary>Makes a new signing key when the newest has served long enough, and forgets those whose overlap is over.</summary>
[QuartzJob]
[SimpleTrigger("06:00:00")]
public sealed class KeyRotationJob(ToolKeys keys, IOptions<MentorCourseOptions> options) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await keys.RotateIfOlderAsync(TimeSpan.FromDays(options.Value.KeyRing.RotateAfterDays), cancellationToken);
        await keys.RemoveExpiredAsync(cancellationToken);
    }
}
