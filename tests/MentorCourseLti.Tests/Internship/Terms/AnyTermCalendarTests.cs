using FsCheck;
using FsCheck.Fluent;
using MentorCourseLti.Internship.Terms;

namespace MentorCourseLti.Tests.Internship.Terms;

/// <summary>What is true of every term.</summary>
public sealed class AnyTermCalendarTests
{
    [Fact]
    public void Weeks_are_numbered_from_1_and_follow_one_another() => Check(AnyTerm.Calendar, term =>
    {
        term.Problems().ShouldBeEmpty();
        var rows = term.Rows().ToList();
        rows.Select(row => row.Monday).ShouldBe(rows.Select((_, index) => rows[0].Monday.AddDays(7 * index)));
        rows.Where(row => row.Number is not null).Select(row => (int)row.Number!).ShouldBe(Enumerable.Range(1, term.Weeks));
        Mondays(term).ShouldBe(rows.Where(row => row.Number is not null).Select(row => row.Monday));
        rows[0].Monday.DayOfWeek.ShouldBe(DayOfWeek.Monday);
        rows[0].Monday.ShouldBeInRange(term.StartsOn.AddDays(-6), term.StartsOn);
        term.EndsOn.ShouldBe(term.MondayOf(term.Weeks).AddDays(6));
    });

    [Fact]
    public void A_week_has_a_number_where_one_of_its_five_days_is_in_no_break() => Check(AnyTerm.Calendar, term =>
    {
        foreach (var row in term.Rows())
        {
            Enumerable.Range(0, 5).Any(day => IsFree(term, row.Monday.AddDays(day))).ShouldBe(row.Number is not null);
            row.Breaks.ShouldBe(term.Breaks.Where(one => one.From <= row.Monday.AddDays(6) && one.To >= row.Monday));
        }
    });

    [Fact]
    public void Every_day_of_a_week_knows_its_week() => Check(AnyTerm.Calendar, term =>
    {
        foreach (var row in term.Rows())
            Enumerable.Range(0, 7).Select(day => term.WeekOf(row.Monday.AddDays(day))).Distinct().ShouldBe([row.Number]);
        term.WeekOf(term.EndsOn.AddDays(1)).ShouldBeNull();
        term.WeekOf(term.Rows().First().Monday.AddDays(-1)).ShouldBeNull();
    });

    [Fact]
    public void A_day_of_a_week_is_the_first_from_there_that_is_in_no_break() => Check(AnyTerm.Week, one =>
    {
        for (int day = 0; day < 7; day++)
        {
            var wanted = one.Term.MondayOf(one.Week).AddDays(day);
            var found = one.Term.DayOf(one.Week, wanted.DayOfWeek);
            IsFree(one.Term, found).ShouldBeTrue();
            found.ShouldBeGreaterThanOrEqualTo(wanted);
            Enumerable.Range(0, found.DayNumber - wanted.DayNumber).Any(days => IsFree(one.Term, wanted.AddDays(days))).ShouldBeFalse();
        }
    });

    [Fact]
    public void Moving_a_week_puts_each_in_the_place_of_the_next_and_changes_none_before() => Check(AnyTerm.Week, one =>
    {
        var (before, after) = (Mondays(one.Term), Mondays(one.Term.Move(one.Week, "Snow")));
        after.Count.ShouldBe(one.Term.Weeks);
        after.Take(one.Week - 1).ShouldBe(before.Take(one.Week - 1));
        after.Skip(one.Week - 1).SkipLast(1).ShouldBe(before.Skip(one.Week));
        after[^1].ShouldBeGreaterThan(before[^1]);
        // Where no week off lies behind, that is one week for all of them.
        if (one.Term.Breaks.All(off => off.To < before[one.Week - 1]))
            after.Skip(one.Week - 1).ShouldBe(before.Skip(one.Week - 1).Select(monday => monday.AddDays(7)));
    });

    [Fact]
    public void Moving_back_undoes_moving() => Check(AnyTerm.Week, one => one.Term.Move(one.Week, "Snow").MoveBack(one.Week).ShouldBe(one.Term));

    [Fact]
    public void Moving_back_brings_a_week_into_the_place_of_the_break_and_changes_none_before() => Check(AnyTerm.Week, one =>
    {
        if (one.Term.MoveBack(one.Week) is not { } back)
            return;
        var (before, after) = (Mondays(one.Term), Mondays(back));
        after.Take(one.Week - 1).ShouldBe(before.Take(one.Week - 1));
        after.Skip(one.Week).ShouldBe(before.Skip(one.Week - 1).SkipLast(1));
        var gone = one.Term.Breaks.Except(back.Breaks).ShouldHaveSingleItem();
        (gone.From, gone.To).ShouldBe((after[one.Week - 1], after[one.Week - 1].AddDays(6)));
    });

    [Fact]
    public void The_clock_shows_the_time_that_was_asked_for_and_never_showed_it_before() => Check(AnyTerm.Place, one =>
    {
        var wanted = one.Term.DayOf(one.Place.Week, one.Place.Day).ToDateTime(one.Place.At);
        var at = one.Term.At(one.Place, one.Zone);
        if (one.Zone.IsInvalidTime(wanted))
        {
            Clock(at, one.Zone).ShouldBeInRange(wanted.AddMinutes(30), wanted.AddHours(1));
            return;
        }
        Clock(at, one.Zone).ShouldBe(wanted);
        Clock(at.AddMinutes(-30), one.Zone).ShouldNotBe(wanted);
        Clock(at.AddMinutes(-60), one.Zone).ShouldNotBe(wanted);
    });

    [Fact]
    public void A_moment_has_the_place_that_it_was_made_from() => Check(AnyTerm.Place, one =>
    {
        var day = one.Term.MondayOf(one.Place.Week).AddDays(((int)one.Place.Day + 6) % 7);
        if (IsFree(one.Term, day) && !one.Zone.IsInvalidTime(day.ToDateTime(one.Place.At)))
            one.Term.PlaceOf(one.Term.At(one.Place, one.Zone), one.Zone).ShouldBe(one.Place);
    });

    private static void Check<T>(Arbitrary<T> any, Action<T> body) => Prop.ForAll(any, body).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true));

    private static IReadOnlyList<DateOnly> Mondays(TermCalendar term) => [.. Enumerable.Range(1, term.Weeks).Select(term.MondayOf)];

    private static bool IsFree(TermCalendar term, DateOnly day) => !term.Breaks.Any(one => one.Covers(day));

    private static DateTime Clock(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).DateTime;
}
