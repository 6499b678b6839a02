using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;

namespace MentorCourseLti.Features.Assess;

/// <summary>Which of the attempts that wait a grader works through: written in the address of the queue, and of each attempt that is opened from it.</summary>
public sealed class QueueFilter
{
    public const string Everything = "all";
    public const string Late = "late";

    /// <summary>Set where the grader came from the queue. Else an attempt is followed by the others of its activity.</summary>
    public string? Queue { get; set; }

    public Guid? Activity { get; set; }

    public string? Mentor { get; set; }

    public bool IsOfQueue => Queue is Everything or Late;

    public bool OnlyLate => Queue == Late;

    /// <summary>Part of a name.</summary>
    public string? Name => PlainText.Line(Mentor, 100);

    /// <summary>As it goes along from page to page.</summary>
    public IDictionary<string, string> Route => IsOfQueue
        ? new Dictionary<string, string?>(StringComparer.Ordinal) { ["queue"] = Queue, ["activity"] = Activity?.ToString(), ["mentor"] = Name }
            .Where(one => one.Value is not null).ToDictionary(one => one.Key, one => one.Value!, StringComparer.Ordinal)
        : new Dictionary<string, string>(StringComparer.Ordinal);

    public static QueueFilter Of(ActivityId activity) => new() { Activity = activity.Value };

    public QueueFilter With(string queue) => new() { Queue = queue, Activity = Activity, Mentor = Mentor };
}
