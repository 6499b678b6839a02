using FsCheck;
using FsCheck.Fluent;
using MentorCourseLti.Internship.Rules;

namespace MentorCourseLti.Tests.Internship.Rules;

/// <summary>What holds of every participation grade, whatever was done.</summary>
public sealed class AnyParticipationTests
{
    private static readonly Gen<decimal> Points = Gen.OneOf(Always.Hundredths(1, 10_00), Always.Hundredths(1, 10_000_00));

    private static readonly Gen<decimal> Share = Gen.OneOf(Gen.Elements(0m, 1m), Gen.Choose(0, 10_000).Select(parts => parts / 10_000m));

    private static readonly Gen<IReadOnlyList<decimal>> Shares =
        from count in Gen.Choose(0, 9)
        from shares in Share.ArrayOf(count)
        select (IReadOnlyList<decimal>)shares;

    private static readonly Gen<PartFacts> Facts =
        from done in Gen.Choose(0, 20)
        from possible in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(0, 20).Select(count => (int?)count))
        from shares in Shares
        select new PartFacts(done, possible, shares);

    private static readonly Gen<Grade> Grades =
        from kinds in Gen.Shuffle(Enum.GetValues<PartKind>())
        from count in Gen.Choose(1, kinds.Length)
        from parts in Gen.CollectToArray(kinds.Take(count), Part)
        from facts in Facts.ArrayOf(count)
        select new Grade(new Participation(parts), facts);

    [Fact]
    public void A_score_lies_between_nothing_and_the_points() => Always.For(Grades, grade =>
    {
        grade.Score.ShouldBeInRange(0, grade.Rule.Points);
        grade.Score.ShouldBe(Math.Round(grade.Score, 2), "in hundredths");
        foreach (var (part, facts) in grade.Rule.Parts.Zip(grade.Facts))
            part.ScoreOf(facts).ShouldBeInRange(0, part.Points);
    });

    [Fact]
    public void Who_has_done_everything_has_all_the_points() => Always.For(Grades, grade =>
        grade.With(facts => facts with { Done = 20, Shares = [1, 1] }).Score.ShouldBe(grade.Rule.Points));

    [Fact]
    public void A_surplus_in_one_part_never_changes_another() => Always.For(
        from grade in Grades
        from at in Gen.Choose(0, grade.Facts.Count - 1)
        from surplus in Gen.Choose(1, 50)
        select (grade, at, surplus),
        given =>
        {
            var part = given.grade.Rule.Parts[given.at];
            var full = given.grade.With(given.at, facts => facts with { Done = part.Needed, Shares = [1] });
            full.With(given.at, facts => facts with { Done = facts.Done + given.surplus, Shares = [1 + given.surplus] }).Score.ShouldBe(full.Score);
            decimal others = full.Rule.Parts.Zip(full.Facts, (other, facts) => other == part ? 0 : other.ScoreOf(facts)).Sum();
            full.Score.ShouldBe(part.Points + others, tolerance: 0.00500001m);
        });

    [Fact]
    public void The_order_of_the_scores_never_matters() => Always.For(
        from part in Part(PartKind.Scores)
        from shares in Shares
        from shuffled in Gen.Shuffle(shares.ToArray())
        select (part, shares, shuffled),
        given => given.part.ScoreOf(Of(given.shuffled)).ShouldBe(given.part.ScoreOf(Of(given.shares))));

    [Fact]
    public void Dropping_one_more_of_the_lowest_never_lowers_a_score() => Always.For(
        from part in Part(PartKind.Scores)
        from shares in Shares
        select (part, shares),
        given => (given.part with { DropLowest = given.part.DropLowest + 1 }).ScoreOf(Of(given.shares))
            .ShouldBeGreaterThanOrEqualTo(given.part.ScoreOf(Of(given.shares))));

    [Fact]
    public void A_part_counts_the_average_of_what_is_not_dropped() => Always.For(
        from part in Part(PartKind.Scores)
        from shares in Shares
        where shares.Count > part.DropLowest
        select (part, shares),
        given => given.part.ScoreOf(Of(given.shares))
            .ShouldBe(given.part.Points * given.shares.Order().Skip(given.part.DropLowest).Average(), tolerance: 0.000001m));

    [Fact]
    public void One_more_done_never_lowers_a_score_and_neither_does_one_fewer_to_do_or_a_better_one() => Always.For(
        from grade in Grades
        from at in Gen.Choose(0, grade.Facts.Count - 1)
        from better in Share
        select (grade, at, better),
        given =>
        {
            given.grade.With(given.at, facts => facts with { Done = facts.Done + 1 }).Score.ShouldBeGreaterThanOrEqualTo(given.grade.Score);
            given.grade.With(given.at, facts => facts with { Possible = facts.Possible - 1 }).Score.ShouldBeGreaterThanOrEqualTo(given.grade.Score);
            given.grade.With(given.at, facts => facts with { Shares = Better(facts.Shares) }).Score.ShouldBeGreaterThanOrEqualTo(given.grade.Score);

            IReadOnlyList<decimal> Better(IReadOnlyList<decimal> shares) => [.. shares.Select((share, i) => i == 0 ? Math.Max(share, given.better) : share)];
        });

    private static Gen<ParticipationPart> Part(PartKind kind) =>
        from needed in Gen.Choose(1, 20)
        from drop in Gen.Choose(0, 5)
        from points in Points
        select new ParticipationPart(kind, needed, drop, points);

    private static PartFacts Of(IReadOnlyList<decimal> shares) => new(Done: 0, Possible: null, shares);

    private sealed record Grade(Participation Rule, IReadOnlyList<PartFacts> Facts)
    {
        public decimal Score => Rule.ScoreOf(Facts);

        public Grade With(Func<PartFacts, PartFacts> change) => this with { Facts = [.. Facts.Select(change)] };

        public Grade With(int at, Func<PartFacts, PartFacts> change) => this with { Facts = [.. Facts.Select((facts, i) => i == at ? change(facts) : facts)] };
    }
}
