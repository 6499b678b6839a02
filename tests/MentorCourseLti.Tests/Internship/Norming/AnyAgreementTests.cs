using FsCheck;
using FsCheck.Fluent;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Norming;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Tests.Internship.Rules;

namespace MentorCourseLti.Tests.Internship.Norming;

/// <summary>What holds of every comparison, whoever scored what.</summary>
public sealed class AnyAgreementTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<IReadOnlyList<Criterion>> Rubrics =
        from criteria in Gen.Choose(0, 5)
        from levels in Gen.Choose(0, 5).ArrayOf(criteria)
        from ranges in Gen.Elements(true, false).ArrayOf(criteria)
        select (IReadOnlyList<Criterion>)[.. levels.Select((count, i) => new Criterion($"c{i}", $"C{i}", "", [.. Enumerable.Range(0, count).Reverse().Select(step => new Level($"{step}", $"L{step}", 2 * step, "", ranges[i] && step > 0 ? (2 * step) - 1 : null))]))];

    private static readonly Gen<Norm> Norms =
        from rubric in Rubrics
        from samples in Gen.Choose(0, 5)
        from graders in Gen.Choose(0, 6)
        from scored in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false))).ArrayOf(samples * graders)
        from chosen in Gen.Choose(-1, 5).ArrayOf(samples * graders * rubric.Count)
        from points in Gen.OneOf(Gen.Constant((decimal?)null), Always.Hundredths(0, 12_00).Select(given => (decimal?)given)).ArrayOf(samples * graders * rubric.Count)
        select Norm.Of(rubric, samples, graders, scored, chosen, points);

    [Fact]
    public void Shares_lie_between_nothing_and_all_and_the_next_level_is_no_rarer_than_the_same() => Always.For(Norms, norm =>
    {
        var agreement = norm.Agreement;
        foreach (var pairs in agreement.Criteria.Select(criterion => criterion.Pairs).Append(agreement.Pairs))
        {
            if (pairs.SameShare is not { } same)
                continue;
            same.ShouldBeInRange(0, 1);
            pairs.NearShare!.Value.ShouldBeInRange(same, 1);
        }
    });

    [Fact]
    public void The_order_of_the_graders_never_matters() => Always.For(
        from norm in Norms
        from shuffled in Gen.Shuffle(norm.Scores.ToArray())
        select (norm, shuffled),
        given =>
        {
            var (one, other) = (given.norm.Agreement, (given.norm with { Scores = given.shuffled }).Agreement);
            other.Pairs.ShouldBe(one.Pairs);
            other.Graders.ShouldBe(one.Graders);
            other.Criteria.Select(criterion => (criterion.Criterion.Key, criterion.Pairs, criterion.Spread)).ShouldBe(one.Criteria.Select(criterion => (criterion.Criterion.Key, criterion.Pairs, criterion.Spread)));
            other.Criteria.SelectMany(criterion => criterion.Placings).SelectMany(placing => placing.Chosen).ShouldBe(one.Criteria.SelectMany(criterion => criterion.Placings).SelectMany(placing => placing.Chosen));
        });

    [Fact]
    public void Graders_who_say_the_same_agree_wholly_and_none_is_stricter() => Always.For(
        from norm in Norms
        from graders in Gen.Choose(2, 6)
        select norm.RepeatedBy(graders),
        norm =>
        {
            var agreement = norm.Agreement;
            (agreement.Pairs.SameShare ?? 1).ShouldBe(1);
            agreement.Criteria.ShouldAllBe(criterion => criterion.Spread == 0 && criterion.Widest == null);
            agreement.Graders.ShouldAllBe(grader => Math.Abs(grader.Points ?? 0) < 0.000001m);
        });

    [Fact]
    public void What_some_are_stricter_others_are_milder() => Always.For(Norms, norm =>
        norm.Agreement.Graders.Sum(grader => grader.Samples * (grader.Points ?? 0)).ShouldBe(0, tolerance: 0.000001m));

    [Fact]
    public void What_divides_more_comes_first() => Always.For(Norms, norm =>
    {
        var shares = norm.Agreement.Criteria.Select(criterion => criterion.Pairs.SameShare ?? 2).ToList();
        shares.ShouldBe(shares.Order());
    });

    [Fact]
    public void Nobody_is_farther_from_the_others_than_a_sample_has_points() => Always.For(Norms, norm =>
    {
        decimal total = norm.Rubric.Sum(criterion => criterion.Points);
        foreach (var grader in norm.Agreement.Graders)
            Math.Abs(grader.Points ?? 0).ShouldBeInRange(0, total + 0.000001m);
    });

    private sealed record Norm(IReadOnlyList<Criterion> Rubric, IReadOnlyList<NormingSampleId> Samples, IReadOnlyList<NormingScore> Scores)
    {
        public Agreement Agreement => Agreement.Of(Rubric, Samples, Scores);

        public static Norm Of(IReadOnlyList<Criterion> rubric, int samples, int graders, bool[] scored, int[] chosen, decimal?[] points)
        {
            var ids = Enumerable.Range(0, samples).Select(_ => NormingSampleId.New(Noon)).ToList();
            var members = Enumerable.Range(0, graders).Select(_ => MemberId.New(Noon)).ToList();
            var scores = from sample in Enumerable.Range(0, samples)
                         from grader in Enumerable.Range(0, graders)
                         let at = (sample * graders) + grader
                         where scored[at]
                         select Score(ids[sample], members[grader], [.. rubric.Select((criterion, i) => new Mark(criterion.Key, $"{chosen[(at * rubric.Count) + i]}", "", points[(at * rubric.Count) + i]))]);
            return new Norm(rubric, ids, [.. scores]);
        }

        /// <summary>Everybody says what the first score of each sample says.</summary>
        public Norm RepeatedBy(int graders)
        {
            var members = Enumerable.Range(0, graders).Select(_ => MemberId.New(Noon)).ToList();
            return this with { Scores = [.. from score in Scores.DistinctBy(score => score.SampleId) from member in members select Score(score.SampleId, member, score.Marks)] };
        }

        private static NormingScore Score(NormingSampleId sample, MemberId grader, IReadOnlyList<Mark> marks)
        {
            var score = new NormingScore { SampleId = sample, GraderId = grader };
            score.Write(marks, "", Noon);
            return score;
        }
    }
}
