using MentorCourseLti.Delivery;
using Quartz;

namespace MentorCourseLti.Jobs;

/// <summary>The safety net: rings the bell for grades whose next try has come, whoever put them off.</summary>
[QuartzJob]
[SimpleTrigger("00:00:10")]
public sealed class DeliveryTickJob(DeliveryBell bell) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        bell.Ring();
        return ValueTask.CompletedTask;
    }
}
