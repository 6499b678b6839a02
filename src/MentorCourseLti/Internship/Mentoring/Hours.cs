namespace MentorCourseLti.Internship.Mentoring;

/// <summary>How far a mentor has come toward the goal of a mentoring log.</summary>
public readonly record struct Hours(int ApprovedMinutes, int WaitingMinutes, decimal Goal)
{
    public decimal Approved => OfMinutes(ApprovedMinutes);

    public decimal Waiting => OfMinutes(WaitingMinutes);

    /// <summary>From 0 to 1; more than the goal counts as the goal.</summary>
    public decimal Share => ShareOf(ApprovedMinutes);

    /// <summary>The part that waits, as far as there is room for it below the goal.</summary>
    public decimal ShareWaiting => ShareOf(ApprovedMinutes + WaitingMinutes) - Share;

    public bool IsReached => Share >= 1;

    /// <summary>The rule of the grade: approved hours toward the goal, capped.</summary>
    public decimal ScoreOutOf(decimal points) => Math.Round(Share * points, 2, MidpointRounding.AwayFromZero);

    public static decimal OfMinutes(int minutes) => Math.Round(minutes / 60m, 2, MidpointRounding.AwayFromZero);

    private decimal ShareOf(int minutes) => Goal <= 0 ? 1 : Math.Min(1, minutes / (60 * Goal));
}
