namespace MentorCourseLti.Internship.Rules;

/// <summary>What work on an activity counts: out of how many points, and less for being late.</summary>
public sealed record Counting(decimal Points, LatePolicy? Late)
{
    /// <summary>
    /// What a sum of rubric points earns. A rubric of 20 on an activity of 10 points counts half; a rubric without points counts nothing.
    /// </summary>
    public decimal EarnedOf(decimal rubricPoints, decimal rubricTotal) =>
        rubricTotal <= 0 ? 0 : Math.Clamp(Math.Round(rubricPoints / rubricTotal * Points, 2, MidpointRounding.AwayFromZero), 0, Points);

    /// <summary>What counts of that.</summary>
    /// <param name="dueAt">The author's own date.</param>
    /// <param name="zone">The course's, in which days late are counted.</param>
    public CountedScore Of(decimal earned, DateTimeOffset? dueAt, DateTimeOffset handedInAt, TimeZoneInfo zone)
    {
        if (Late is not { } late || dueAt is not { } due || late.DaysLate(due, handedInAt, zone) is not (> 0 and var days))
            return new CountedScore(earned, Lateness: null);
        decimal score = late.ScoreOf(earned, Points, days);
        return new CountedScore(score, new Lateness(due, days, earned - score));
    }
}
