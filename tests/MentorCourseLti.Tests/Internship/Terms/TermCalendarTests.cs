using System.Globalization;
using System.Text.Json;
using MentorCourseLti.Internship.Terms;

namespace MentorCourseLti.Tests.Internship.Terms;

public sealed class TermCalendarTests
{
    private static readonly Break SpringBreak = new("Spring break", Day(3, 9), Day(3, 15));
    private static readonly Break Thursday = new("A Thursday off", Day(2, 5), Day(2, 5));

    // 15 January 2026 is a Thursday.
    private static readonly TermCalendar Spring = new(Day(1, 15), 15, [SpringBreak, Thursday]);

    [Fact]
    public void Week_1_is_the_week_that_the_start_lies_in()
    {
        Spring.MondayOf(1).ShouldBe(Day(1, 12));
        (Spring with { StartsOn = Day(1, 12) }).MondayOf(1).ShouldBe(Day(1, 12));
        (Spring with { StartsOn = Day(1, 18) }).MondayOf(1).ShouldBe(Day(1, 12));
        (Spring with { StartsOn = Day(1, 19) }).MondayOf(1).ShouldBe(Day(1, 19));
    }

    [Fact]
    public void A_week_off_has_no_number_and_the_term_ends_later()
    {
        (Spring.MondayOf(8), Spring.MondayOf(9), Spring.EndsOn).ShouldBe((Day(3, 2), Day(3, 16), Day(5, 3)));
        (Spring with { Breaks = [] }).EndsOn.ShouldBe(Day(4, 26));
        Spring.Rows().Count().ShouldBe(16);
        Spring.Rows().ElementAt(8).ShouldBe(new TermWeek(null, Day(3, 9), [SpringBreak]));
        Spring.Rows().ElementAt(3).ShouldBe(new TermWeek(4, Day(2, 2), [Thursday]));
    }

    [Fact]
    public void Several_breaks_together_take_a_week_and_a_Friday_keeps_it()
    {
        (Spring with { Breaks = [new("A", Day(3, 11), Day(3, 13)), new("B", Day(3, 9), Day(3, 11))] }).MondayOf(9).ShouldBe(Day(3, 16));
        (Spring with { Breaks = [new("A", Day(3, 11), Day(3, 12)), new("B", Day(3, 9), Day(3, 11))] }).MondayOf(9).ShouldBe(Day(3, 9));
    }

    [Fact]
    public void A_day_knows_its_week()
    {
        Spring.WeekOf(Day(1, 12)).ShouldBe(1);
        Spring.WeekOf(Day(1, 18)).ShouldBe(1);
        Spring.WeekOf(Day(2, 5)).ShouldBe(4, "a day off is still a day of its week");
        Spring.WeekOf(Day(5, 3)).ShouldBe(15);
        foreach (var outside in new[] { Day(1, 11), Day(3, 9), Day(3, 15), Day(5, 4), DateOnly.MinValue, DateOnly.MaxValue })
            Spring.WeekOf(outside).ShouldBeNull();
    }

    [Fact]
    public void What_is_due_on_a_day_off_is_due_on_the_next_day_that_is_none()
    {
        Spring.DayOf(4, DayOfWeek.Wednesday).ShouldBe(Day(2, 4));
        Spring.DayOf(4, DayOfWeek.Thursday).ShouldBe(Day(2, 6));
        Spring.DayOf(4, DayOfWeek.Sunday).ShouldBe(Day(2, 8));
        (Spring with { Breaks = [new("Carnival", Day(3, 6), Day(3, 8)), SpringBreak] }).DayOf(8, DayOfWeek.Friday).ShouldBe(Day(3, 16));
    }

    [Theory]
    [InlineData("America/Phoenix", "2026-03-08T02:30", "2026-03-08T09:30:00Z")]
    [InlineData("America/New_York", "2026-03-08T01:30", "2026-03-08T06:30:00Z")]
    // The clock shows 03:30 then.
    [InlineData("America/New_York", "2026-03-08T02:30", "2026-03-08T07:30:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30:00Z")]
    // Half an hour is skipped there: 02:15 is 02:45.
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45:00Z")]
    // Twice on that day; the first.
    [InlineData("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45:00Z")]
    public void A_place_is_a_moment_in_the_courses_zone(string zone, string local, string utc)
    {
        var wanted = DateTime.Parse(local, CultureInfo.InvariantCulture);
        var term = new TermCalendar(DateOnly.FromDateTime(wanted), 1, []);
        var at = term.At(new(1, wanted.DayOfWeek, TimeOnly.FromDateTime(wanted)), TimeZoneInfo.FindSystemTimeZoneById(zone));
        at.ShouldBe(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture));
        at.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_moment_has_a_place_in_the_weeks_and_none_outside()
    {
        var phoenix = TimeZoneInfo.FindSystemTimeZoneById("America/Phoenix");
        Spring.PlaceOf(new(2026, 1, 19, 6, 59, 0, TimeSpan.Zero), phoenix).ShouldBe(new(1, DayOfWeek.Sunday, new(23, 59)));
        Spring.PlaceOf(new(2026, 1, 12, 6, 59, 0, TimeSpan.Zero), phoenix).ShouldBeNull();
        Spring.PlaceOf(new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero), phoenix).ShouldBeNull();
        Spring.PlaceOf(DateTimeOffset.MinValue, phoenix).ShouldBeNull();
        Spring.PlaceOf(DateTimeOffset.MaxValue, phoenix).ShouldBeNull();
    }

    [Fact]
    public void A_week_moves_with_all_that_follow()
    {
        var moved = Spring.Move(5, "Snow");
        moved.Breaks[^1].ShouldBe(new Break("Snow", Day(2, 9), Day(2, 15)));
        (moved.MondayOf(4), moved.MondayOf(5), moved.EndsOn).ShouldBe((Day(2, 2), Day(2, 16), Day(5, 10)));
        moved.Problems().ShouldBeEmpty();
        moved.MoveBack(5).ShouldBe(Spring);
        Spring.Move(1, "Late start").MondayOf(1).ShouldBe(Day(1, 19));
    }

    [Fact]
    public void A_week_moves_back_only_over_a_whole_week_directly_before_it()
    {
        Spring.MoveBack(9)!.Breaks.ShouldBe([Thursday]);
        Spring.MoveBack(8).ShouldBeNull();
        Spring.MoveBack(10).ShouldBeNull();
        (Spring with { Breaks = [SpringBreak with { To = Day(3, 14) }] }).MoveBack(9).ShouldBeNull("Monday to Saturday is somebody's own break");
        (Spring with { Breaks = [SpringBreak, SpringBreak with { Name = "Holidays" }] }).MoveBack(9).ShouldBeNull("the other break would keep it where it is");
    }

    [Fact]
    public void Of_two_weeks_off_the_one_added_last_is_taken_back()
    {
        Spring.Move(8, "Snow").MoveBack(8).ShouldBe(Spring, "the week before spring break");
        Spring.Move(9, "Snow").MoveBack(9).ShouldBe(Spring, "the week after it");
    }

    [Fact]
    public void A_week_that_the_term_has_not_is_no_week()
    {
        foreach (int week in new[] { int.MinValue, 0, 16, int.MaxValue })
        {
            Spring.Has(week).ShouldBeFalse();
            Should.Throw<ArgumentOutOfRangeException>(() => Spring.MondayOf(week));
        }
        (Spring.Has(1), Spring.Has(15)).ShouldBe((true, true));
    }

    [Fact]
    public void A_calendar_equals_what_is_read_back_of_it()
    {
        var read = JsonSerializer.Deserialize<TermCalendar>(JsonSerializer.Serialize(Spring, JsonSerializerOptions.Web), JsonSerializerOptions.Web)!;
        read.ShouldBe(Spring);
        read.GetHashCode().ShouldBe(Spring.GetHashCode());
        read.ShouldNotBe(Spring with { Breaks = [Thursday, SpringBreak] });
    }

    private static DateOnly Day(int month, int day) => new(2026, month, day);
}
