using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Norming;

/// <summary>Where graders placed one sample on one criterion.</summary>
/// <param name="Chosen">One for each who chose a level, the best first.</param>
public sealed record Placing(Criterion Criterion, NormingSampleId Sample, IReadOnlyList<ChosenLevel> Chosen)
{
    public PairCount Pairs
    {
        get
        {
            var pairs = default(PairCount);
            for (int i = 0; i < Chosen.Count; i++)
            {
                for (int j = i + 1; j < Chosen.Count; j++)
                {
                    int apart = Math.Abs(Chosen[i].Step - Chosen[j].Step);
                    pairs += new PairCount(1, apart == 0 ? 1 : 0, apart <= 1 ? 1 : 0);
                }
            }

            return pairs;
        }
    }

    /// <summary>None where nobody chose.</summary>
    public decimal? Mean => Chosen.Count == 0 ? null : Chosen.Average(chosen => chosen.Points);

    public ChosenLevel? Best => Chosen.Count == 0 ? null : Chosen[0];

    public ChosenLevel? Worst => Chosen.Count == 0 ? null : Chosen[^1];

    /// <summary>How many points lie between the mildest and the strictest.</summary>
    public decimal Spread => Chosen.Count == 0 ? 0 : Chosen.Max(chosen => chosen.Points) - Chosen.Min(chosen => chosen.Points);

    /// <summary>How many levels lie between them.</summary>
    public int Steps => Chosen.Count == 0 ? 0 : Chosen[^1].Step - Chosen[0].Step;

    /// <summary>By how much each gave more than the others did on the average; nobody where there are no others. Together they are nothing.</summary>
    public IEnumerable<(ChosenLevel Chosen, decimal Points)> Deviations()
    {
        if (Chosen.Count < 2)
            return [];
        decimal sum = Chosen.Sum(chosen => chosen.Points);
        return Chosen.Select(chosen => (chosen, chosen.Points - ((sum - chosen.Points) / (Chosen.Count - 1))));
    }
}
