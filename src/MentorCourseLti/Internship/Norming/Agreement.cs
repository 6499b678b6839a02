using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Norming;

/// <summary>
/// How far graders who scored the same samples agree: in shares of pairs and differences of points, which say the same of two graders as of eight, and of
/// whatever was scored so far.
/// </summary>
public sealed class Agreement
{
    private Agreement(IReadOnlyList<CriterionAgreement> criteria, IReadOnlyList<GraderDeviation> graders) => (Criteria, Graders) = (criteria, graders);

    /// <summary>Those that have levels; what divides graders most comes first, what nobody can be compared in last.</summary>
    public IReadOnlyList<CriterionAgreement> Criteria { get; }

    /// <summary>Everybody who scored; the strictest first, those whom nobody can be compared with last.</summary>
    public IReadOnlyList<GraderDeviation> Graders { get; }

    public PairCount Pairs => Criteria.Aggregate(default(PairCount), (sum, criterion) => sum + criterion.Pairs);

    /// <param name="samples">In the order in which they are read.</param>
    public static Agreement Of(IReadOnlyList<Criterion> rubric, IReadOnlyList<NormingSampleId> samples, IReadOnlyList<NormingScore> scores)
    {
        var inRubric = (from criterion in rubric
                        where criterion.Levels.Count > 0
                        select new CriterionAgreement(criterion, [.. samples.Select(sample => Place(criterion, sample, scores))])).ToList();
        var placings = inRubric.SelectMany(criterion => criterion.Placings).ToList();
        var graders = scores.Select(score => score.GraderId).Distinct().Select(grader => Compare(grader, placings));
        return new Agreement(
            [.. inRubric.OrderBy(one => one.Pairs.SameShare ?? decimal.MaxValue).ThenBy(one => one.Pairs.NearShare).ThenByDescending(one => one.Spread)],
            [.. graders.OrderBy(one => one.Points ?? decimal.MaxValue).ThenBy(one => one.Grader.Value)]);
    }

    private static Placing Place(Criterion criterion, NormingSampleId sample, IReadOnlyList<NormingScore> scores) => new(criterion, sample,
    [
        .. from score in scores
           where score.SampleId == sample
           let level = score.Marks.LevelOf(criterion)
           where level is not null
           let chosen = new ChosenLevel(score.GraderId, level, StepOf(criterion, level), score.Marks.PointsOf(criterion)!.Value)
           orderby chosen.Step, chosen.Points descending, chosen.Grader.Value
           select chosen,
    ]);

    private static GraderDeviation Compare(MemberId grader, IReadOnlyList<Placing> placings)
    {
        var own = (from placing in placings
                   from one in placing.Deviations()
                   where one.Chosen.Grader == grader
                   select (placing.Sample, one.Points)).ToList();
        int samples = own.Select(one => one.Sample).Distinct().Count();
        return new GraderDeviation(grader, samples, samples == 0 ? null : own.Sum(one => one.Points) / samples);
    }

    private static int StepOf(Criterion criterion, Level level) => criterion.Levels.TakeWhile(one => one.Key != level.Key).Count();
}
