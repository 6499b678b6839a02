namespace MentorCourseLti.Delivery;

/// <summary>What came of a try to deliver one grade.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome(DeliveryAnswer answer, int? status, string? detail) => (Answer, Status, Detail) = (answer, status, detail);

    public DeliveryAnswer Answer { get; }

    public int? Status { get; }

    public string? Detail { get; }

    /// <summary>The LMS has it.</summary>
    public sealed record Arrived(DeliveryAnswer How, int? HttpStatus, string? Words = null) : DeliveryOutcome(How, HttpStatus, Words);

    /// <summary>Nothing is wrong with the grade; the LMS could not take it now.</summary>
    public sealed record TryLater(int? HttpStatus, TimeSpan? RetryAfter, string? Words) : DeliveryOutcome(DeliveryAnswer.TryAgain, HttpStatus, Words)
    {
        /// <summary>True where the LMS may have taken it all the same: its answer was lost, or something on the way answered for it.</summary>
        public bool IsInDoubt => HttpStatus is null or 500 or 502 or 504;

        /// <summary>True where the LMS asks us to slow down, which means all of the course's calls, not this one.</summary>
        public bool AsksToSlowDown => RetryAfter is not null || HttpStatus == StatusCodes.Status429TooManyRequests;
    }

    /// <summary>No further try would help until a person has looked.</summary>
    public sealed record Refused(DeliveryAnswer Why, int? HttpStatus, string? Words = null) : DeliveryOutcome(Why, HttpStatus, Words)
    {
        /// <summary>True where the LMS did not accept who we are: it may have failed to read our keys, or revoked two tokens in a row.</summary>
        public bool MayPass => HttpStatus == StatusCodes.Status401Unauthorized;
    }

    /// <summary>The gradebook holds something that is not ours to overwrite.</summary>
    public sealed record LeftAlone(DeliveryAnswer Why, int? HttpStatus, string? Words = null) : DeliveryOutcome(Why, HttpStatus, Words);
}
