namespace MentorCourseLti.Delivery;

/// <summary>One exchange with the LMS about one grade, as the instructor may read it.</summary>
public sealed class DeliveryReceipt
{
    public long Id { get; init; }

    public required GradeDeliveryId DeliveryId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required decimal? Score { get; init; }

    public required decimal OutOf { get; init; }

    public required DeliveryAnswer Answer { get; init; }

    /// <summary>HTTP status, where the LMS answered.</summary>
    public int? Status { get; init; }

    /// <summary>What the LMS or the network said, in its own words.</summary>
    public string? Detail { get; init; }
}
