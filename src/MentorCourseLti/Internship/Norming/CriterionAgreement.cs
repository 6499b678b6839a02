using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Norming;

/// <summary>How far graders agree on one criterion.</summary>
/// <param name="Placings">One for each sample, in order.</param>
public sealed record CriterionAgreement(Criterion Criterion, IReadOnlyList<Placing> Placings)
{
    public PairCount Pairs => Placings.Aggregate(default(PairCount), (sum, placing) => sum + placing.Pairs);

    /// <summary>The average of the spreads, where there is more than one to compare.</summary>
    public decimal Spread => Placings.Where(placing => placing.Chosen.Count > 1).Select(placing => placing.Spread).DefaultIfEmpty().Average();

    /// <summary>Where they are farthest apart; none where they are nowhere.</summary>
    public Placing? Widest => Placings.Where(placing => placing.Steps > 0 || placing.Spread > 0).OrderByDescending(placing => placing.Spread).ThenByDescending(placing => placing.Steps).FirstOrDefault();
}
