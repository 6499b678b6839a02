using System.Globalization;
using MentorCourseLti.Internship.Rules;

namespace MentorCourseLti.Tests.Internship.Rules;

public sealed class LatePolicyTests
{
    private static readonly LatePolicy TenADay = new(GraceHours: 0, PercentPerDay: 10, FloorPercent: 0);

    [Theory]
    [InlineData("2026-02-06T23:00", 0)]
    [InlineData("2026-02-06T23:59", 0)]
    [InlineData("2026-02-07T00:00", 1)]
    [InlineData("2026-02-07T23:59", 1)]
    [InlineData("2026-02-08T00:00", 2)]
    [InlineData("2026-02-13T12:00", 7)]
    public void Every_day_begun_after_the_due_time_counts(string handedIn, int days) =>
        TenADay.DaysLate(At("2026-02-06T23:59-07:00"), At($"{handedIn}-07:00"), Zone("America/Phoenix")).ShouldBe(days);

    [Theory]
    [InlineData("2026-02-08T23:59", 0)]
    [InlineData("2026-02-09T00:00", 3)]
    public void Past_the_grace_the_days_count_from_the_due_time(string handedIn, int days) => (TenADay with { GraceHours = 48 })
        .DaysLate(At("2026-02-06T23:59-07:00"), At($"{handedIn}-07:00"), Zone("America/Phoenix")).ShouldBe(days);

    [Theory]
    [InlineData("America/New_York", "2026-03-07T23:59-05:00", "2026-03-08T23:59-04:00", 1)]
    [InlineData("America/New_York", "2026-03-07T23:59-05:00", "2026-03-09T00:00-04:00", 2)]
    [InlineData("America/New_York", "2026-10-31T23:59-04:00", "2026-11-01T23:59-05:00", 1)]
    [InlineData("America/New_York", "2026-10-31T23:59-04:00", "2026-11-02T00:00-05:00", 2)]
    [InlineData("Europe/Berlin", "2026-03-28T23:59+01:00", "2026-03-30T00:00+02:00", 2)]
    [InlineData("Europe/Berlin", "2026-10-24T23:59+02:00", "2026-10-25T23:59+01:00", 1)]
    [InlineData("Australia/Lord_Howe", "2026-04-04T23:59+11:00", "2026-04-05T23:59+10:30", 1)]
    [InlineData("Australia/Lord_Howe", "2026-10-03T23:59+10:30", "2026-10-05T00:00+11:00", 2)]
    public void A_day_ends_at_the_due_clock_time_though_it_have_23_or_25_hours(string zone, string due, string handedIn, int days) =>
        TenADay.DaysLate(At(due), At(handedIn), Zone(zone)).ShouldBe(days);

    [Theory]
    [InlineData("2026-10-31T01:30-04:00", "2026-11-01T01:59-04:00", 1)]
    [InlineData("2026-10-31T01:30-04:00", "2026-11-01T01:30-05:00", 1)]
    [InlineData("2026-10-31T01:30-04:00", "2026-11-01T01:31-05:00", 2)]
    [InlineData("2026-11-01T01:30-04:00", "2026-11-01T01:10-05:00", 1)]
    [InlineData("2026-03-07T02:30-05:00", "2026-03-08T03:30-04:00", 1)]
    [InlineData("2026-03-07T02:30-05:00", "2026-03-08T03:31-04:00", 2)]
    public void An_hour_that_the_clocks_repeat_or_skip_ends_a_day_as_late_as_it_can(string due, string handedIn, int days) =>
        TenADay.DaysLate(At(due), At(handedIn), Zone("America/New_York")).ShouldBe(days);

    [Theory]
    [InlineData(18, 20, 0, 18)]
    [InlineData(18, 20, 1, 16)]
    [InlineData(18, 20, 3, 12)]
    [InlineData(18, 20, 30, 0)]
    [InlineData(3, 3.35, 1, 2.67)]
    public void A_day_takes_its_percent_of_the_points_and_never_more_than_was_earned(double earned, double points, int days, double score)
    {
        TenADay.ScoreOf((decimal)earned, (decimal)points, days).ShouldBe((decimal)score);
        TenADay.Deduction((decimal)earned, (decimal)points, days).ShouldBe((decimal)earned - (decimal)score);
    }

    [Theory]
    [InlineData(18, 20, 10)]
    [InlineData(10, 20, 10)]
    [InlineData(7, 20, 7)]
    [InlineData(9.99, 9.99, 5)]
    public void Lateness_stops_at_the_floor_and_work_that_earned_less_keeps_it(double earned, double points, double score) =>
        (TenADay with { FloorPercent = 50 }).ScoreOf((decimal)earned, (decimal)points, daysLate: 9).ShouldBe((decimal)score);

    [Fact]
    public void Rounding_gives_nothing_back() => (TenADay with { PercentPerDay = 0.01m }).ScoreOf(earned: 7.129m, points: 10, daysLate: 1).ShouldBe(7.129m);

    [Theory]
    [InlineData(0, 0.01, 0)]
    [InlineData(336, 100, 99.99)]
    public void A_rule_within_its_ranges_is_none_to_complain_of(int grace, double percent, double floor) =>
        new LatePolicy(grace, (decimal)percent, (decimal)floor).Problems().ShouldBeEmpty();

    [Theory]
    [InlineData(-1, 10, 0, LatePolicyProblem.GraceOutOfRange)]
    [InlineData(337, 10, 0, LatePolicyProblem.GraceOutOfRange)]
    [InlineData(0, 0, 0, LatePolicyProblem.PercentOutOfRange)]
    [InlineData(0, 100.01, 0, LatePolicyProblem.PercentOutOfRange)]
    [InlineData(0, 10, -0.01, LatePolicyProblem.FloorOutOfRange)]
    [InlineData(0, 10, 100.01, LatePolicyProblem.FloorOutOfRange)]
    [InlineData(0, 10, 100, LatePolicyProblem.FloorMakesItPointless)]
    public void What_cannot_be_a_rule_is_named(int grace, double percent, double floor, LatePolicyProblem problem) =>
        new LatePolicy(grace, (decimal)percent, (decimal)floor).Problems().ShouldBe([problem]);

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once() => new LatePolicy(-1, 0, 100).Problems()
        .ShouldBe([LatePolicyProblem.GraceOutOfRange, LatePolicyProblem.PercentOutOfRange, LatePolicyProblem.FloorMakesItPointless]);

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}
