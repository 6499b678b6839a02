using FsCheck;
using FsCheck.Fluent;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Sessions;
using MentorCourseLti.Internship.Terms;
using MentorCourseLti.Tests.Internship.Rules;

namespace MentorCourseLti.Tests.Internship.Sessions;

public sealed class SessionPlanTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    // Where clocks change by an hour at two, at one and at midnight, by half an hour, in the other half of the year, and never.
    private static readonly TimeZoneInfo[] Zones =
        [.. new[] { "America/New_York", "Europe/London", "America/Asuncion", "Australia/Lord_Howe", "Australia/Sydney", "America/Phoenix" }.Select(TimeZoneInfo.FindSystemTimeZoneById)];

    [Fact]
    public void In_spring_the_same_time_of_the_clock_is_an_hour_earlier_in_the_world() =>
        Plan(DayOfWeek.Monday, "16:00", "2027-03-01", "2027-03-31").Meetings.Select(meeting => meeting.StartsAt.ToString("M-d HH:mm", null)).ShouldBe(["3-1 21:00", "3-8 21:00", "3-15 20:00", "3-22 20:00", "3-29 20:00"]);

    [Fact]
    public void And_in_autumn_an_hour_later() =>
        Plan(DayOfWeek.Monday, "16:00", "2027-10-30", "2027-11-10").Meetings.Select(meeting => meeting.StartsAt.ToString("M-d HH:mm", null)).ShouldBe(["11-1 20:00", "11-8 21:00"]);

    [Fact]
    public void Of_an_hour_that_comes_twice_it_is_the_first() =>
        Plan(DayOfWeek.Sunday, "01:30", "2027-11-07", "2027-11-07").Meetings.ShouldHaveSingleItem().StartsAt.ShouldBe(new DateTimeOffset(2027, 11, 7, 1, 30, 0, TimeSpan.FromHours(-4)));

    [Fact]
    public void An_hour_that_never_comes_is_named_and_there_is_no_plan_at_all()
    {
        var plan = Plan(DayOfWeek.Sunday, "02:30", "2027-02-01", "2027-05-01");
        plan.Skipped.ShouldBe(new DateOnly(2027, 3, 14));
        plan.Meetings.ShouldBeEmpty();
        Plan(DayOfWeek.Sunday, "02:30", "2027-02-01", "2027-05-01", new Break("Spring break", new(2027, 3, 8), new(2027, 3, 14))).Skipped.ShouldBeNull("nobody meets that day");
    }

    [Fact]
    public void Nor_is_there_one_where_the_clocks_go_forward_at_midnight() =>
        SessionPlan.Of(new WeeklySlot(DayOfWeek.Sunday, new TimeOnly(0, 19), 45, new(2021, 10, 3), new(2021, 10, 3)), [], TimeZoneInfo.FindSystemTimeZoneById("America/Asuncion"))
            .Skipped.ShouldBe(new DateOnly(2021, 10, 3));

    [Fact]
    public void A_session_through_the_night_of_the_change_lasts_as_long_as_any_other() =>
        Plan(DayOfWeek.Sunday, "01:45", "2027-03-14", "2027-03-14").Meetings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            meeting => (meeting.EndsAt - meeting.StartsAt).ShouldBe(TimeSpan.FromMinutes(45)),
            meeting => TimeZoneInfo.ConvertTime(meeting.EndsAt, NewYork).TimeOfDay.ShouldBe(new TimeSpan(3, 30, 0)));

    [Fact]
    public void Both_ends_of_a_break_are_part_of_it() =>
        Plan(DayOfWeek.Monday, "16:00", "2027-03-01", "2027-03-31", new Break("One", new(2027, 3, 8), new(2027, 3, 8)), new Break("Two", new(2027, 3, 16), new(2027, 3, 22)))
            .Meetings.Select(meeting => meeting.On.Day).ShouldBe([1, 15, 29]);

    [Fact]
    public void Whatever_the_clocks_do_every_week_meets_at_the_same_time_of_the_clock_for_as_long() => Always.For(AnyPlan, any =>
    {
        foreach (var meeting in any.Plan.Meetings)
        {
            var local = TimeZoneInfo.ConvertTime(meeting.StartsAt, any.Zone);
            (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime)).ShouldBe((meeting.On, any.Slot.At));
            (meeting.EndsAt - meeting.StartsAt).TotalMinutes.ShouldBe(any.Slot.Minutes);
            meeting.StartsAt.Offset.ShouldBe(TimeSpan.Zero);
        }
    });

    [Fact]
    public void It_meets_on_each_such_day_from_the_first_to_the_last_that_is_in_no_break() => Always.For(AnyPlan, any =>
    {
        var days = Enumerable.Range(0, any.Slot.Until.DayNumber - any.Slot.From.DayNumber + 1).Select(any.Slot.From.AddDays)
            .Where(day => day.DayOfWeek == any.Slot.Day && !any.Breaks.Any(one => one.From <= day && day <= one.To)).ToList();
        if (any.Plan.Skipped is null)
            any.Plan.Meetings.Select(meeting => meeting.On).ShouldBe(days);
        else
            days.ShouldContain(any.Plan.Skipped.Value);
    });

    [Fact]
    public void There_is_no_plan_exactly_where_the_clocks_skip_the_time_on_one_of_its_days() => Always.For(AnyPlan, any =>
    {
        var skipped = any.Slot.Days().Where(day => !any.Breaks.Any(one => one.Covers(day)) && !IsOnTheClock(day.ToDateTime(any.Slot.At), any.Zone)).ToList();
        any.Plan.Skipped.ShouldBe(skipped is [var first, ..] ? first : null);
        if (skipped.Count > 0)
            any.Plan.Meetings.ShouldBeEmpty();
    });

    [Fact]
    public void The_years_that_are_tried_have_such_days_of_both_kinds()
    {
        var any = Gen.Sample(AnyPlan, 1_000).ToList();
        any.Count(one => one.Plan.Skipped is not null).ShouldBeGreaterThan(10);
        any.Count(one => one.Plan.Meetings.Any(meeting => one.Zone.IsAmbiguousTime(meeting.On.ToDateTime(one.Slot.At)))).ShouldBeGreaterThan(10);
    }

    /// <summary>Whether there is a moment at which the zone's clocks say so. <see cref="TimeZoneInfo.IsInvalidTime"/> overlooks some that change at midnight.</summary>
    private static bool IsOnTheClock(DateTime local, TimeZoneInfo zone) =>
        new[] { -1, 1 }.Any(day => TimeZoneInfo.ConvertTime(new DateTimeOffset(local, zone.GetUtcOffset(local.AddDays(day))), zone).DateTime == local);

    private static SessionPlan Plan(DayOfWeek day, string at, string from, string until, params Break[] breaks) =>
        SessionPlan.Of(new WeeklySlot(day, TimeOnly.Parse(at, null), 45, DateOnly.Parse(from, null), DateOnly.Parse(until, null)), breaks, NewYork);

    // Half of them on a Sunday night, when most clocks change: by chance alone hardly one would be.
    private static Gen<Any> AnyPlan =>
        from zone in Gen.Elements(Zones)
        from start in Gen.Choose(new DateOnly(2020, 1, 1).DayNumber, new DateOnly(2035, 12, 31).DayNumber)
        from length in Gen.Choose(0, 7 * 59)
        from isAtNight in Gen.Elements(true, false)
        from day in isAtNight ? Gen.Constant(DayOfWeek.Sunday) : Gen.Elements(Enum.GetValues<DayOfWeek>())
        from minute in isAtNight ? Gen.Choose(0, 180) : Gen.Choose(0, 1439)
        from minutes in Gen.Choose(WeeklySlot.LeastMinutes, WeeklySlot.MostMinutes)
        from breaks in AnyBreak(start, length).ListOf(3)
        let slot = new WeeklySlot(day, TimeOnly.MinValue.AddMinutes(minute), minutes, DateOnly.FromDayNumber(start), DateOnly.FromDayNumber(start + length))
        select new Any(zone, slot, [.. breaks], SessionPlan.Of(slot, [.. breaks], zone));

    private static Gen<Break> AnyBreak(int start, int length) =>
        from first in Gen.Choose(start, start + length)
        from days in Gen.Choose(1, 14)
        select new Break("Break", DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(first + days - 1));

    private sealed record Any(TimeZoneInfo Zone, WeeklySlot Slot, IReadOnlyList<Break> Breaks, SessionPlan Plan);
}
