using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Delivery;

/// <summary>
/// That a gradebook column should be named, count and be dated as its activity says now. What is sent is what the activity says at that moment, so
/// several changes are one.
/// </summary>
public sealed class ColumnChange
{
    public required GradeColumnId ColumnId { get; init; }

    public required CourseId CourseId { get; init; }

    /// <summary>When the LMS is told next; none where it was, or a person must look.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public int Tries { get; private set; }

    /// <summary>Raised by every wish: one that comes while another is being sent is not taken for done.</summary>
    public int Version { get; private set; }

    /// <summary>What came of the last try.</summary>
    public DeliveryAnswer? Answer { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public bool IsWaiting => DueAt is not null;

    public bool NeedsLook => DueAt is null && Answer is not (null or DeliveryAnswer.Accepted or DeliveryAnswer.AlreadyThere);

    public void Want(DateTimeOffset now)
    {
        (DueAt, Tries, Answer) = (now, 0, null);
        Version++;
    }

    public void Settle(DeliveryOutcome outcome, DateTimeOffset now)
    {
        Answer = outcome.Answer;
        if (outcome is DeliveryOutcome.TryLater later)
        {
            Tries++;
            DueAt = now + RetrySchedule.Pause(Tries, later.RetryAfter);
            return;
        }

        DueAt = null;
        DoneAt = outcome is DeliveryOutcome.Arrived ? now : DoneAt;
    }
}
