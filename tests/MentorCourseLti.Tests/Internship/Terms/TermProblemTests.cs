using MentorCourseLti.Internship.Terms;

namespace MentorCourseLti.Tests.Internship.Terms;

public sealed class TermProblemTests
{
    private static readonly DateOnly Start = new(2026, 1, 15);
    private static readonly DateOnly FirstMonday = new(2026, 1, 12);
    private static readonly TermCalendar Spring = new(Start, 15, []);

    public static TheoryData<string, int, int, TermProblemKind?> Breaks => new()
    {
        { "Spring break", 56, 62, null },
        { " ", 56, 62, TermProblemKind.BreakWithoutName },
        { new('a', 101), 56, 62, TermProblemKind.BreakNameTooLong },
        { "Reversed", 56, 55, TermProblemKind.BreakEndsBeforeItStarts },
        { "A day", 56, 56, null },
        { "Eight weeks", 56, 111, null },
        { "Longer", 56, 112, TermProblemKind.BreakTooLong },
        { "Before", -3, -1, TermProblemKind.BreakOutsideTerm },
        { "Into the first week", -3, 0, null },
        { "Out of the last week", 104, 120, null },
        { "After", 105, 107, TermProblemKind.BreakOutsideTerm },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void What_is_wrong_with_a_break_is_named(string name, int from, int to, TermProblemKind? problem) =>
        (Spring with { Breaks = [new(name, FirstMonday.AddDays(from), FirstMonday.AddDays(to))] }).Problems()
            .ShouldBe(problem is { } kind ? [new TermProblem(kind, 0)] : []);

    [Theory]
    [InlineData(0, TermProblemKind.TooFewWeeks)]
    [InlineData(int.MinValue, TermProblemKind.TooFewWeeks)]
    [InlineData(41, TermProblemKind.TooManyWeeks)]
    [InlineData(int.MaxValue, TermProblemKind.TooManyWeeks)]
    public void A_term_has_1_to_40_weeks(int weeks, TermProblemKind problem)
    {
        (Spring with { Weeks = weeks }).Problems().ShouldBe([new(problem)]);
        (Spring with { Weeks = 1 }).Problems().ShouldBeEmpty();
        (Spring with { Weeks = 40 }).Problems().ShouldBeEmpty();
    }

    [Fact]
    public void A_term_is_of_our_time()
    {
        foreach (var start in new[] { DateOnly.MinValue, new DateOnly(1999, 12, 31), new DateOnly(2201, 1, 1), DateOnly.MaxValue })
            (Spring with { StartsOn = start }).Problems().ShouldBe([new(TermProblemKind.StartOutOfRange)]);
        (Spring with { StartsOn = new(2000, 1, 1) }).Problems().ShouldBeEmpty();
        (Spring with { StartsOn = new(2200, 12, 31) }).Problems().ShouldBeEmpty();
    }

    [Fact]
    public void The_later_of_two_breaks_of_one_name_is_named() =>
        (Spring with { Breaks = [new("Snow", Start, Start), new("Ice", Start, Start), new("snow ", Start, Start)] }).Problems().ShouldBe([new(TermProblemKind.BreakNamedTwice, 2)]);

    [Fact]
    public void A_break_without_a_name_may_be_reversed_too() =>
        (Spring with { Breaks = [new("", Start, Start.AddDays(-1))] }).Problems().ShouldBe([new(TermProblemKind.BreakWithoutName, 0), new(TermProblemKind.BreakEndsBeforeItStarts, 0)]);

    [Fact]
    public void There_are_up_to_20_breaks()
    {
        Break[] breaks = [.. Enumerable.Range(0, 21).Select(index => new Break($"Break {index}", Start, Start))];
        (Spring with { Breaks = breaks }).Problems().ShouldBe([new(TermProblemKind.TooManyBreaks)]);
        (Spring with { Breaks = breaks[1..] }).Problems().ShouldBeEmpty();
    }

    [Fact]
    public void The_longest_calendar_without_problems_has_all_its_weeks()
    {
        Break[] breaks = [.. Enumerable.Range(0, 20).Select(index => new Break($"Break {index}", FirstMonday.AddDays(index * 56), FirstMonday.AddDays((index * 56) + 55)))];
        var term = new TermCalendar(Start, 40, breaks);
        term.Problems().ShouldBeEmpty();
        term.MondayOf(40).ShouldBe(FirstMonday.AddDays(7 * (160 + 39)));
    }

    [Fact]
    public void A_calendar_that_cannot_be_still_comes_to_an_end()
    {
        Break always = new("Always", DateOnly.MinValue, DateOnly.MaxValue);
        foreach (var start in new[] { DateOnly.MinValue, Start, DateOnly.MaxValue })
        {
            var term = new TermCalendar(start, int.MaxValue, [always]);
            term.Rows().Count().ShouldBeLessThan(300);
            term.ToString().ShouldContain("EndsOn");
            Should.Throw<ArgumentOutOfRangeException>(() => term.MondayOf(1));
            (term with { Weeks = 0, Breaks = [] }).EndsOn.ShouldBe(start);
        }
    }
}
