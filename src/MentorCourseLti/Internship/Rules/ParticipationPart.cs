namespace MentorCourseLti.Internship.Rules;

/// <summary>One part of the participation grade, worth so many points; what one part has too much of pays for no other.</summary>
/// <param name="Needed">How many earn all the points, where the part counts what was done.</param>
/// <param name="DropLowest">How many of the lowest scores do not count, where the part looks at scores.</param>
public sealed record ParticipationPart(PartKind Kind, int Needed, int DropLowest, decimal Points)
{
    public const int MostNeeded = 200;
    public const int MostDropped = 50;
    public const decimal MostPoints = 10_000;

    /// <summary>From 0 to the points, not rounded: only the whole grade is.</summary>
    public decimal ScoreOf(PartFacts facts) => Kind is PartKind.Scores ? ScoreOfShares(facts.Shares) : ScoreOfCount(facts);

    internal IEnumerable<ParticipationProblemKind> Problems()
    {
        if (Kind is not PartKind.Scores && Needed is < 1 or > MostNeeded)
            yield return ParticipationProblemKind.NeededOutOfRange;
        if (Kind is PartKind.Scores && DropLowest is < 0 or > MostDropped)
            yield return ParticipationProblemKind.DropOutOfRange;
        if (Points is <= 0 or > MostPoints)
            yield return ParticipationProblemKind.PointsOutOfRange;
    }

    // Nobody is asked for more than there is to do; where there is nothing, nothing is missing.
    private decimal ScoreOfCount(PartFacts facts)
    {
        int needed = Math.Min(Needed, facts.Possible ?? Needed);
        return needed <= 0 ? Points : Points * Math.Clamp(facts.Done, 0, needed) / needed;
    }

    // A score above its points does not make up for another's below.
    private decimal ScoreOfShares(IReadOnlyList<decimal> shares)
    {
        if (shares.Count == 0)
            return 0;
        int counted = Math.Max(1, shares.Count - DropLowest);
        return Points * shares.OrderDescending().Take(counted).Average(share => Math.Clamp(share, 0, 1));
    }
}
