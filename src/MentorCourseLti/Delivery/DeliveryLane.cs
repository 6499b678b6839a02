using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Delivery;

/// <summary>
/// The order of grades of one course: whoever holds the lease sends them, one after the other. A course lives on one
/// platform, so this is the lease on (platform, course) that makes "sequential per course" true across nodes.
/// </summary>
public sealed class DeliveryLane
{
    public required CourseId CourseId { get; init; }

    /// <summary>The run of a node that holds it.</summary>
    public Guid? LeasedBy { get; set; }

    public DateTimeOffset LeasedUntil { get; set; }

    /// <summary>Tries that failed in a row for the LMS's sake. One success ends the count.</summary>
    public int Failures { get; set; }

    /// <summary>The whole lane rests until then, after the LMS asked us to slow down or failed several times in a row.</summary>
    public DateTimeOffset NotBefore { get; set; }
}
