using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Norming;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Tests.Internship.Norming;

public sealed class AgreementTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly Criterion depth = new("depth", "Depth", "", [new("5", "Deep", 5, ""), new("3", "Middling", 4, "", Least: 2), new("0", "Flat", 0, "")]);
    private readonly Criterion form = new("form", "Form", "", [new("2", "Neat", 2, ""), new("0", "Rough", 0, "")]);
    private readonly Criterion remarks = new("remarks", "Remarks", "", []);
    private readonly NormingSampleId first = NormingSampleId.New(Noon);
    private readonly NormingSampleId second = NormingSampleId.New(Noon);
    private readonly MemberId ana = MemberId.New(Noon);
    private readonly MemberId ben = MemberId.New(Noon);
    private readonly MemberId cem = MemberId.New(Noon);

    [Fact]
    public void Pairs_that_chose_the_same_and_the_next_level_are_counted()
    {
        var agreement = Of(Score(first, ana, "5", "2"), Score(first, ben, "3", "2"), Score(first, cem, "0", "2"));
        agreement.Criteria.Select(criterion => criterion.Criterion.Key).ShouldBe(["depth", "form"], "what divides them comes first");
        agreement.Criteria[0].Pairs.ShouldBe(new PairCount(All: 3, Same: 0, Near: 2));
        agreement.Criteria[1].Pairs.ShouldBe(new PairCount(3, 3, 3));
        agreement.Pairs.SameShare.ShouldBe(0.5m);
        var widest = agreement.Criteria[0].Widest!;
        (widest.Sample, widest.Best!.Grader, widest.Worst!.Grader, widest.Steps, widest.Spread, widest.Mean).ShouldBe((first, ana, cem, 2, 5m, 3m));
        agreement.Criteria[1].Widest.ShouldBeNull();
    }

    [Fact]
    public void A_grader_is_as_much_stricter_as_their_samples_have_fewer_points_than_the_others_average()
    {
        var agreement = Of(Score(first, ana, "5", "2"), Score(first, ben, "5", "0"), Score(first, cem, "0", "0"), Score(second, ana, "5", "2"), Score(second, ben, "5", "2"));
        agreement.Graders.Select(grader => (grader.Grader, grader.Samples, grader.Points)).ShouldBe([(cem, 1, -6m), (ben, 2, 0.75m), (ana, 2, 2.25m)]);
    }

    [Fact]
    public void Points_within_a_range_count_and_are_the_same_level()
    {
        var agreement = Of(Score(first, ana, "3", "2", depthPoints: 2), Score(first, ben, "3", "2"));
        agreement.Pairs.SameShare.ShouldBe(1);
        agreement.Criteria[0].Spread.ShouldBe(2);
        agreement.Graders.Select(grader => grader.Points).ShouldBe([-2, 2]);
    }

    [Fact]
    public void One_grader_alone_is_compared_with_nobody()
    {
        var agreement = Of(Score(first, ana, "5", "2"));
        (agreement.Pairs.All, agreement.Pairs.SameShare, agreement.Pairs.NearShare).ShouldBe((0, null, null));
        agreement.Graders.ShouldHaveSingleItem().ShouldBe(new GraderDeviation(ana, 0, Points: null));
        agreement.Criteria[0].Placings[0].Chosen.ShouldHaveSingleItem();
    }

    [Fact]
    public void Those_who_scored_different_samples_are_compared_with_nobody()
    {
        var agreement = Of(Score(first, ana, "5", "2"), Score(second, ben, "0", "0"));
        agreement.Pairs.All.ShouldBe(0);
        agreement.Graders.ShouldAllBe(grader => grader.Points == null);
    }

    [Fact]
    public void A_criterion_without_levels_is_not_compared_and_one_that_nobody_chose_in_comes_last()
    {
        var score = new NormingScore { SampleId = first, GraderId = ana };
        score.Write([new("form", "2", ""), new("depth", null, "Hm."), new("remarks", null, "Well.")], "", Noon);
        var agreement = Of(score, Score(first, ben, null, "0"));
        agreement.Criteria.Select(criterion => criterion.Criterion.Key).ShouldBe(["form", "depth"]);
        agreement.Criteria[1].Pairs.All.ShouldBe(0);
        agreement.Criteria[1].Placings.ShouldAllBe(placing => placing.Mean == null && placing.Best == null && placing.Spread == 0);
    }

    [Fact]
    public void Nobody_has_scored()
    {
        var agreement = Of();
        agreement.Graders.ShouldBeEmpty();
        agreement.Pairs.SameShare.ShouldBeNull();
    }

    private Agreement Of(params NormingScore[] scores) => Agreement.Of([depth, form, remarks], [first, second], scores);

    private static NormingScore Score(NormingSampleId sample, MemberId grader, string? depth, string form, decimal? depthPoints = null)
    {
        var score = new NormingScore { SampleId = sample, GraderId = grader };
        score.Write([new("depth", depth, "", depthPoints), new("form", form, "")], "", Noon);
        return score;
    }
}
