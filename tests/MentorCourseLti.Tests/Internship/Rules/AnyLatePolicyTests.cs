using FsCheck;
using FsCheck.Fluent;
using MentorCourseLti.Internship.Rules;

namespace MentorCourseLti.Tests.Internship.Rules;

/// <summary>What holds of every late policy, whatever was earned and whatever the clocks do.</summary>
public sealed class AnyLatePolicyTests
{
    private static readonly LatePolicy NoGrace = new(GraceHours: 0, PercentPerDay: 10, FloorPercent: 0);

    private static readonly Gen<LatePolicy> Policies =
        from grace in Gen.Choose(0, LatePolicy.LongestGraceHours)
        from percent in Always.Hundredths(1, 100_00)
        from floor in Gen.OneOf(Gen.Constant(0m), Always.Hundredths(0, 99_99))
        select new LatePolicy(grace, percent, floor);

    private static readonly Gen<Work> Works =
        from policy in Policies
        from points in Gen.OneOf(Always.Hundredths(1, 10_00), Always.Hundredths(1, 10_000_00))
        from earned in Gen.Frequency((1, Gen.Constant(points)), (4, Always.Hundredths(0, (int)(100 * points))))
        from days in Gen.Frequency((4, Gen.Choose(0, 12)), (1, Gen.Choose(0, 400)))
        select new Work(policy, points, earned, days);

    // The days around the changes of the clocks, and most of all their nights.
    private static readonly Gen<DueTime> DueTimes =
        from change in Gen.Elements(
            ("America/New_York", new DateTime(2026, 3, 8)), ("America/New_York", new DateTime(2026, 11, 1)),
            ("Europe/Berlin", new DateTime(2026, 3, 29)), ("Europe/Berlin", new DateTime(2026, 10, 25)),
            ("Australia/Lord_Howe", new DateTime(2026, 4, 5)), ("Australia/Lord_Howe", new DateTime(2026, 10, 4)),
            ("America/Phoenix", new DateTime(2026, 3, 8)))
        from days in Gen.Choose(-3, 1)
        from minutes in Gen.OneOf(Gen.Choose(0, 239), Gen.Choose(0, 1439))
        let zone = TimeZoneInfo.FindSystemTimeZoneById(change.Item1)
        let clock = change.Item2.AddDays(days).AddMinutes(minutes)
        select new DueTime(zone, new DateTimeOffset(clock, zone.GetUtcOffset(clock)));

    [Fact]
    public void A_score_lies_between_the_floor_and_what_was_earned() => Always.For(Works, work =>
    {
        decimal floor = Math.Min(work.Points * work.Policy.FloorPercent / 100, work.Earned);
        work.Score.ShouldBeInRange(Math.Max(0, floor), Math.Min(work.Earned, work.Points));
        work.Score.ShouldBe(Math.Round(work.Score, 2), "in hundredths");
        work.Policy.Deduction(work.Earned, work.Points, work.Days).ShouldBe(work.Earned - work.Score);
    });

    [Fact]
    public void Every_day_takes_its_percent_of_the_points_until_the_floor() => Always.For(Works, work =>
    {
        decimal left = work.Earned;
        for (int day = 0; day < work.Days; day++)
            left -= work.Policy.PercentPerDay / 100 * work.Points;
        decimal floor = Math.Min(work.Points * work.Policy.FloorPercent / 100, work.Earned);
        (work.Score - Math.Max(left, floor)).ShouldBeInRange(-0.005m, 0.01m, "but for rounding, which at the floor is up");
    });

    [Fact]
    public void A_day_later_is_never_better() => Always.For(Works, work =>
        (work with { Days = work.Days + 1 }).Score.ShouldBeLessThanOrEqualTo(work.Score));

    [Fact]
    public void Days_never_become_fewer_as_time_goes_on() => Always.For(
        from due in DueTimes
        from minute in Gen.Choose(1, 15)
        select (due, minute),
        given =>
        {
            var quarters = Enumerable.Range(0, 5 * 24 * 4).Select(quarter => given.due.At.AddMinutes(given.minute + (15 * quarter)));
            var days = quarters.Select(handedIn => NoGrace.DaysLate(given.due.At, handedIn, given.due.Zone)).ToList();
            days.ShouldBe(days.Order());
        });

    [Fact]
    public void Within_the_grace_nothing_is_taken_and_past_it_something_is() => Always.For(
        from work in Works
        from due in DueTimes
        let grace = 60 * work.Policy.GraceHours
        from minutes in Gen.OneOf(Gen.Constant(grace), Gen.Choose(-10_000, grace))
        select (work, due, minutes),
        late =>
        {
            var (policy, due) = (late.work.Policy, late.due);
            int days = policy.DaysLate(due.At, due.At.AddMinutes(late.minutes), due.Zone);
            policy.Deduction(late.work.Earned, late.work.Points, days).ShouldBe(0);
            policy.DaysLate(due.At, due.At.AddHours(policy.GraceHours).AddTicks(1), due.Zone).ShouldBeGreaterThan(0);
        });

    [Fact]
    public void So_many_days_on_at_the_same_clock_time_is_so_many_days_late_whatever_the_offset_does() => Always.For(
        from due in DueTimes
        from days in Gen.Choose(1, 200)
        let clock = TimeZoneInfo.ConvertTime(due.At, due.Zone).DateTime.AddDays(days)
        where !due.Zone.IsInvalidTime(clock) && !due.Zone.IsAmbiguousTime(clock)
        from offset in Gen.Choose(-12, 12)
        select (due, days, HandedIn: new DateTimeOffset(clock, due.Zone.GetUtcOffset(clock)).ToOffset(TimeSpan.FromHours(offset))),
        late =>
        {
            Days(late.HandedIn).ShouldBe(late.days);
            Days(late.HandedIn.AddMinutes(-1)).ShouldBe(late.days);
            Days(late.HandedIn.AddMinutes(1)).ShouldBe(late.days + 1);

            int Days(DateTimeOffset handedIn) => NoGrace.DaysLate(late.due.At.ToUniversalTime(), handedIn, late.due.Zone);
        });

    private sealed record Work(LatePolicy Policy, decimal Points, decimal Earned, int Days)
    {
        public decimal Score => Policy.ScoreOf(Earned, Points, Days);
    }

    private sealed record DueTime(TimeZoneInfo Zone, DateTimeOffset At);
}
