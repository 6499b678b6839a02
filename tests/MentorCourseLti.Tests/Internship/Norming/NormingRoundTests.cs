using MentorCourseLti.Internship.Norming;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Tests.Internship.Norming;

public sealed class NormingRoundTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly Rubric rubric = ReadyRubrics.Reflection(CourseId.New(Noon), Noon);
    private readonly NormingRound round = new() { Id = NormingRoundId.New(Noon), CourseId = CourseId.New(Noon), MadeBy = MemberId.New(Noon), MadeAt = Noon };

    public NormingRoundTests() => round.Change("First", rubric, [new(Id: null, "A", "Text A"), new(Id: null, "B", "Text B")], Noon);

    [Fact]
    public void It_keeps_a_copy_of_the_rubric()
    {
        rubric.Change("Another", [], round.MadeBy, Noon);
        (round.RubricTitle, round.RubricThen.Count, round.Total).ShouldBe(("Reflection on mentoring", 4, 20m));
    }

    [Fact]
    public void Before_anybody_scores_texts_change_go_and_take_other_places()
    {
        var (a, b) = (round.Samples[0], round.Samples[1]);
        round.Change("First", rubric: null, [new(b.Id, "B", "Another text"), new(a.Id, "A", "Text A")], Noon);
        round.Samples.OrderBy(sample => sample.Place).Select(sample => (sample.Title, sample.Text)).ShouldBe([("B", "Another text"), ("A", "Text A")]);
        round.Change("First", rubric: null, [new(b.Id, "B", "Another text")], Noon);
        round.Samples.ShouldHaveSingleItem().Id.ShouldBe(b.Id);
        round.RubricThen.Count.ShouldBe(4, "the copy stays");
    }

    [Fact]
    public void Once_somebody_has_scored_only_titles_change_and_samples_are_added()
    {
        var a = round.Samples[0];
        round.TakeScore(Noon);
        rubric.Change("Another", [], round.MadeBy, Noon);
        round.Change("New title", rubric, [new(a.Id, "New A", "Forged"), new(Id: null, "C", "Text C")], Noon);
        round.Title.ShouldBe("New title");
        round.RubricThen.Count.ShouldBe(4);
        round.Samples.Select(sample => (sample.Title, sample.Text)).ShouldBe([("New A", "Text A"), ("B", "Text B"), ("C", "Text C")]);
    }

    [Fact]
    public void Only_the_first_score_changes_the_round()
    {
        int before = round.Version;
        round.TakeScore(Noon);
        round.TakeScore(Noon.AddHours(1));
        (round.Version, round.BegunAt).ShouldBe((before + 1, Noon));
    }

    [Fact]
    public void What_is_closed_stays_closed()
    {
        round.Close(Noon);
        round.Close(Noon.AddHours(1));
        round.ClosedAt.ShouldBe(Noon);
        Should.Throw<InvalidOperationException>(() => round.Change("Late", rubric: null, [], Noon));
    }
}
