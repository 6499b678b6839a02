using MentorCourseLti.Features.Rubrics;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Tests.Features.Rubrics;

public sealed class RubricWordsTests
{
    private static readonly Criterion Listens = new("c1", "Listens", "Hears the mentee.", [new("l1", "Always", 4, "All the time."), new("l2", "Rarely", 1, "")]);
    private static readonly Criterion Asks = new("c2", "Asks", "", [new("l1", "Openly", 6, ""), new("l2", "Closed", 2, "")]);

    private readonly RubricWords words = new(new StringLocalizer<RubricWords>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));

    [Fact]
    public void Another_name_is_said() => Of([Listens], [Listens], title: "Presence", now: "Being there").ShouldBe(["It was called “Presence”."]);

    [Fact]
    public void Criteria_that_came_and_went_are_named() =>
        Of([Listens], [Asks]).ShouldBe(["New criterion: “Asks”.", "Criterion removed: “Listens”."]);

    [Fact]
    public void Of_many_the_first_are_named()
    {
        var more = Enumerable.Range(3, 7).Select(number => new Criterion($"c{number}", $"Number {number}", "", [])).ToList();
        Of([Listens], [Listens, .. more]).ShouldBe(["New criteria: “Number 3”, “Number 4”, “Number 5”, “Number 6”, “Number 7”, 2 more."]);
    }

    [Fact]
    public void A_criterion_that_is_called_otherwise_is_the_same_one() =>
        Of([Listens], [Listens with { Title = "Hears" }]).ShouldBe(["“Listens” is called “Hears” now."]);

    [Fact]
    public void Levels_that_count_otherwise_say_how_they_did() =>
        Of([Asks], [Asks with { Levels = [new("l1", "Openly", 5.5m, ""), new("l2", "Closed", 2, "")] }]).ShouldBe(["Levels of “Asks” count otherwise: “Openly” 5.5 instead of 6."]);

    [Fact]
    public void A_range_that_begins_elsewhere_counts_otherwise() =>
        Of([Asks], [Asks with { Levels = [new("l1", "Openly", 6, "", Least: 4), new("l2", "Closed", 2, "")] }]).ShouldBe(["Levels of “Asks” count otherwise: “Openly” 4–6 instead of 6."]);

    [Fact]
    public void Levels_that_came_and_went_are_named_with_their_criterion() =>
        Of([Asks], [Asks with { Levels = [new("l1", "Openly", 6, ""), new("l3", "Never", 0, "")] }]).ShouldBe(["New level of “Asks”: “Never”.", "Level of “Asks” removed: “Closed”."]);

    [Fact]
    public void Other_words_are_said_of_each_criterion_once() =>
        Of([Listens, Asks], [Listens with { Description = "Hears.", Levels = [new("l1", "Mostly", 4, "Most of the time."), new("l2", "Rarely", 1, "")] }, Asks with { Description = "Wonders." }])
            .ShouldBe(["Other words in “Listens”, “Asks”."]);

    [Fact]
    public void Another_order_is_said_of_what_was_there() => Of([Listens, Asks], [Asks, Listens]).ShouldBe(["Criteria stand in another order."]);

    [Fact]
    public void What_stands_between_others_now_does_not_move_them() =>
        Of([Listens, Asks], [Listens, new Criterion("c3", "Waits", "", []), Asks]).ShouldBe(["New criterion: “Waits”."]);

    [Fact]
    public void Levels_in_another_order_are_said_where_they_count_what_they_did() =>
        Of([Free("a", "b")], [Free("b", "a")]).ShouldBe(["Levels of “Free” stand in another order."]);

    [Fact]
    public void Of_nothing_nothing_is_said() => Of([Listens, Asks], [Listens, Asks with { Levels = [.. Asks.Levels] }]).ShouldBeEmpty();

    private static Criterion Free(params string[] levels) => new("c1", "Free", "", [.. levels.Select(level => new Level(level, level, 0, ""))]);

    private IReadOnlyList<string> Of(IReadOnlyList<Criterion> before, IReadOnlyList<Criterion> after, string title = "Presence", string now = "Presence") =>
        words.Of(RubricDifference.Between(title, before, now, after));
}
