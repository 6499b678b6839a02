using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MentorCourseLti.Delivery;
using MentorCourseLti.Reminders;

namespace MentorCourseLti.Hosting.Metrics;

/// <summary>What the tool counts, with methods named as the events. Read by /metrics and by any meter listener.</summary>
public sealed class CourseMetrics : IDisposable
{
    public const string MeterName = "MentorCourseLti";

    private readonly Meter meter;
    private readonly Counter<long> launches;
    private readonly Counter<long> deliveries;
    private readonly Counter<long> mails;
    private readonly ConcurrentDictionary<string, long> launchesByOutcome = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<DeliveryAnswer, long> deliveriesByOutcome = new();
    private readonly ConcurrentDictionary<string, long> mailsByOutcome = new(StringComparer.Ordinal);

    public CourseMetrics(IMeterFactory meters)
    {
        meter = meters.Create(MeterName);
        launches = meter.CreateCounter<long>("mentorcourse.launches", description: "Launches by outcome.");
        deliveries = meter.CreateCounter<long>("mentorcourse.deliveries", description: "Tries to deliver a grade by outcome.");
        mails = meter.CreateCounter<long>("mentorcourse.mails", description: "Tries to hand a reminder to the mail server by outcome.");
    }

    public IReadOnlyDictionary<string, long> Launches => launchesByOutcome;

    public IReadOnlyDictionary<DeliveryAnswer, long> Deliveries => deliveriesByOutcome;

    public IReadOnlyDictionary<string, long> Mails => mailsByOutcome;

    public void LaunchOpened() => Launch("opened");

    public void LaunchRefused(string code) => Launch(code);

    public void DeliveryTried(DeliveryAnswer answer)
    {
        deliveriesByOutcome.AddOrUpdate(answer, 1, static (_, count) => count + 1);
        deliveries.Add(1, new KeyValuePair<string, object?>("outcome", answer.ToString()));
    }

    public void MailTried(MailOutcome outcome)
    {
        string name = outcome.GetType().Name;
        mailsByOutcome.AddOrUpdate(name, 1, static (_, count) => count + 1);
        mails.Add(1, new KeyValuePair<string, object?>("outcome", name));
    }

    public void Dispose() => meter.Dispose();

    private void Launch(string outcome)
    {
        launchesByOutcome.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
        launches.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
    }
}
