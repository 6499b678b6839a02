using System.Text.Json;
using MentorCourseLti.Internship.Rules;

namespace MentorCourseLti.Tests.Internship.Rules;

public sealed class ParticipationTests
{
    private static readonly ParticipationPart Reflections = new(PartKind.HandedIn, Needed: 8, DropLowest: 0, Points: 40);
    private static readonly ParticipationPart Sessions = new(PartKind.SessionsLogged, Needed: 10, DropLowest: 0, Points: 30);
    private static readonly ParticipationPart Scores = new(PartKind.Scores, Needed: 0, DropLowest: 1, Points: 30);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 20)]
    [InlineData(8, 40)]
    [InlineData(11, 40)]
    public void What_was_done_counts_toward_what_is_needed_and_a_surplus_not_at_all(int done, double score) =>
        Reflections.ScoreOf(Done(done)).ShouldBe((decimal)score);

    [Theory]
    [InlineData(3, 6, 20)]
    [InlineData(6, 6, 40)]
    [InlineData(4, 9, 20)]
    [InlineData(0, 0, 40)]
    public void Nobody_is_asked_for_more_than_there_is_to_do(int done, int possible, double score) =>
        Reflections.ScoreOf(Done(done) with { Possible = possible }).ShouldBe((decimal)score);

    [Fact]
    public void The_lowest_scores_are_dropped_and_the_others_averaged()
    {
        Scores.ScoreOf(Shares(0.5m, 0, 1)).ShouldBe(22.5m);
        (Scores with { DropLowest = 0 }).ScoreOf(Shares(0.5m, 0, 1)).ShouldBe(15);
        (Scores with { DropLowest = 2 }).ScoreOf(Shares(0.5m, 0, 1)).ShouldBe(30);
    }

    [Fact]
    public void One_score_always_counts_and_without_any_there_is_nothing_to_count()
    {
        (Scores with { DropLowest = 3 }).ScoreOf(Shares(0.2m, 0.4m)).ShouldBe(12);
        Scores.ScoreOf(Shares()).ShouldBe(0);
    }

    [Fact]
    public void A_score_above_its_points_does_not_make_up_for_another() => Scores.ScoreOf(Shares(1.5m, 0.5m, 0)).ShouldBe(22.5m);

    [Fact]
    public void The_grade_is_the_sum_of_its_parts_rounded_once()
    {
        var thirds = new Participation([new(PartKind.HandedIn, 3, 0, 5), new(PartKind.SessionsLogged, 3, 0, 5)]);
        thirds.Points.ShouldBe(10);
        thirds.ScoreOf([Done(1), Done(2)]).ShouldBe(5);
        thirds.ScoreOf([Done(1), Done(1)]).ShouldBe(3.33m);
        thirds.ScoreOf([Done(9), Done(0)]).ShouldBe(5, "what one part has too much of pays for no other");
        new Participation([new(PartKind.HandedIn, 8, 0, 1)]).ScoreOf([Done(1)]).ShouldBe(0.13m);
    }

    [Fact]
    public void A_grade_without_the_facts_of_every_part_is_refused() =>
        Should.Throw<ArgumentException>(() => new Participation([Reflections, Sessions]).ScoreOf([Done(1)]));

    [Fact]
    public void Ranges_are_those_of_what_the_part_looks_at() => new Participation(
        [Reflections with { Needed = 200, DropLowest = -1 }, Sessions with { Needed = 1, Points = 10_000 }, Scores with { DropLowest = 50, Points = 0.01m }])
        .Problems().ShouldBeEmpty();

    [Fact]
    public void What_cannot_be_a_rule_is_named_with_its_part()
    {
        new Participation([]).Problems().ShouldBe([new(ParticipationProblemKind.NoParts, 0)]);
        new Participation([Reflections, Scores, Reflections with { Points = 1 }]).Problems().ShouldBe([new(ParticipationProblemKind.TwoOfOneKind, 2)]);
        new Participation([Reflections with { Needed = 0 }, Sessions with { Needed = 201 }]).Problems()
            .ShouldBe([new(ParticipationProblemKind.NeededOutOfRange, 0), new(ParticipationProblemKind.NeededOutOfRange, 1)]);
        new Participation([Sessions, Scores with { DropLowest = -1 }]).Problems().ShouldBe([new(ParticipationProblemKind.DropOutOfRange, 1)]);
        new Participation([Sessions, Scores with { DropLowest = 51 }]).Problems().ShouldBe([new(ParticipationProblemKind.DropOutOfRange, 1)]);
        new Participation([Sessions with { Points = 0 }, Scores with { Points = 10_000.01m }]).Problems()
            .ShouldBe([new(ParticipationProblemKind.PointsOutOfRange, 0), new(ParticipationProblemKind.PointsOutOfRange, 1)]);
    }

    [Fact]
    public void The_same_parts_in_the_same_order_are_the_same_rule()
    {
        var rule = new Participation([Reflections, Sessions]);
        var same = new Participation(new List<ParticipationPart> { Reflections with { Points = 40.00m }, Sessions });
        (rule == same, rule.GetHashCode() == same.GetHashCode()).ShouldBe((true, true));
        rule.ShouldNotBe(new Participation([Sessions, Reflections]));
        rule.ShouldNotBe(new Participation([Reflections]));
        rule.ShouldNotBe(null);
    }

    [Fact]
    public void A_rule_that_was_kept_as_JSON_is_the_same_rule()
    {
        var rule = new Participation([Reflections, Sessions, Scores]);
        JsonSerializer.Deserialize<Participation>(JsonSerializer.Serialize(rule, JsonSerializerOptions.Web), JsonSerializerOptions.Web).ShouldBe(rule);
    }

    private static PartFacts Done(int done) => new(done, Possible: null, Shares: []);

    private static PartFacts Shares(params decimal[] shares) => new(Done: 0, Possible: null, shares);
}
