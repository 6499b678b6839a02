using MentorCourseLti.Reminders;
using Quartz;

namespace MentorCourseLti.Jobs;

/// <summary>Writes the messages of the day where it is morning, and hands to the mail server what waits. None of it minds being run twice.</summary>
[QuartzJob]
[DisallowConcurrentExecution]
[SimpleTrigger("00:01:00")]
internal sealed class ReminderJob(ReminderRounds rounds, MailRun mails) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await rounds.RunAsync(cancellationToken);
        await mails.RunAsync(cancellationToken);
    }
}
