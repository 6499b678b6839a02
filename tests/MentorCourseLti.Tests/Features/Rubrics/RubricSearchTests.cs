using MentorCourseLti.Features.Rubrics;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Tests.Features.Rubrics;

public sealed class RubricSearchTests
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);

    private static readonly Rubric Rubric = new()
    {
        Id = RubricId.New(Noon),
        CourseId = CourseId.New(Noon),
        Title = "Café talk",
        Criteria = [new("c1", "Listens", "Hears the mentee.", [new("l1", "Naïve", 4, "Asks nothing.")]), new("c2", "Asks", "", [])],
    };

    [Theory]
    [InlineData("café")]
    [InlineData("CAFE")]
    [InlineData("  talk   Cafe ")]
    [InlineData("cafe\u0301")]
    public void Words_of_the_title_are_found_whatever_their_case_and_accents(string typed) => RubricSearch.Of(typed)!.FindIn(Rubric).ShouldBe([]);

    [Theory]
    [InlineData("mentee", "Listens", null)]
    [InlineData("cafe listen", "Listens", null)]
    [InlineData("naive", "Listens", "Naïve")]
    [InlineData("nothing", "Listens", "Naïve")]
    public void Where_words_are_is_said_where_the_title_has_them_not(string typed, string criterion, string? level) =>
        RubricSearch.Of(typed)!.FindIn(Rubric).ShouldBe([new FoundPlace(criterion, level)]);

    [Fact]
    public void Every_word_must_be_there()
    {
        RubricSearch.Of("mentee naive")!.FindIn(Rubric).ShouldBe([new FoundPlace("Listens", null), new FoundPlace("Listens", "Naïve")]);
        RubricSearch.Of("mentee newsletter")!.FindIn(Rubric).ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public void Nothing_typed_looks_for_nothing(string? typed) => RubricSearch.Of(typed).ShouldBeNull();
}
