using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Tests.Internship.Rubrics;

public sealed class RubricTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly MemberId Somebody = MemberId.New(Noon);

    private readonly Rubric rubric = ReadyRubrics.Reflection(CourseId.New(Noon), Noon);

    [Fact]
    public void A_change_gives_what_was_before_it()
    {
        var (title, criteria) = (rubric.Title, rubric.Criteria);
        var before = rubric.Change("Other", [.. criteria.Skip(1)], Somebody, Noon.AddDays(1)).ShouldNotBeNull();
        (before.Title, before.Criteria, before.Version, before.ReplacedBy, before.ReplacedAt).ShouldBe((title, criteria, 0, Somebody, Noon.AddDays(1)));
        (rubric.Title, rubric.Criteria.Count, rubric.Version).ShouldBe(("Other", 3, 1));
    }

    [Fact]
    public void The_same_once_more_is_no_change()
    {
        IReadOnlyList<Criterion> same = [.. rubric.Criteria.Select(criterion => criterion with { Levels = [.. criterion.Levels] })];
        rubric.Change(rubric.Title, same, Somebody, Noon).ShouldBeNull();
        rubric.Version.ShouldBe(0);
    }

    [Fact]
    public void Another_word_of_one_level_is_a_change()
    {
        var first = rubric.Criteria[0];
        rubric.Change(rubric.Title, [first with { Levels = [first.Levels[0] with { Description = "Otherwise." }, .. first.Levels.Skip(1)] }, .. rubric.Criteria.Skip(1)], Somebody, Noon).ShouldNotBeNull();
    }

    [Fact]
    public void An_id_says_when_it_was_made() => rubric.Id.MadeAt.ShouldBe(Noon);
}
