using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MentorCourseLti.Internship.Reminders;
using MentorCourseLti.Tests.Internship.Rules;

namespace MentorCourseLti.Tests.Internship.Reminders;

/// <summary>What holds of every night, in every zone there is, whatever the clocks do in it.</summary>
public sealed class AnyQuietHoursTests
{
    private static readonly IReadOnlyList<TimeZoneInfo> Zones = [.. TimeZoneInfo.GetSystemTimeZones()];

    private static readonly Gen<Moment> Moments =
        from zone in Gen.Elements<TimeZoneInfo>(Zones)
        from hours in Gen.Choose(0, 24 * 366 * 20)
        from seconds in Gen.Choose(0, 3599)
        select new Moment(zone, new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hours).AddSeconds(seconds));

    [Fact]
    public void The_next_morning_is_ahead_and_not_quiet() => Always.For(Moments, moment =>
    {
        var morning = QuietHours.MorningAfter(moment.At, moment.Zone);
        morning.ShouldBeGreaterThan(moment.At);
        QuietHours.Cover(morning, moment.Zone).ShouldBeFalse();
    });

    [Fact]
    public void The_next_morning_is_at_eight_by_the_clocks_there() => Always.For(Moments, moment =>
        TimeZoneInfo.ConvertTime(QuietHours.MorningAfter(moment.At, moment.Zone), moment.Zone).TimeOfDay.ShouldBe(TimeSpan.FromHours(8)));

    [Fact]
    public void Nobody_waits_for_a_morning_longer_than_a_day_and_the_hours_that_clocks_or_date_lines_skip() => Always.For(Moments, moment =>
        (QuietHours.MorningAfter(moment.At, moment.Zone) - moment.At).ShouldBeLessThanOrEqualTo(TimeSpan.FromHours(26)));

    [Fact]
    public void A_night_is_twelve_hours_long_give_or_take_what_the_clocks_do() => Always.For(Moments, moment =>
    {
        if (!QuietHours.Cover(moment.At, moment.Zone))
            return;
        (QuietHours.MorningAfter(moment.At, moment.Zone) - moment.At).ShouldBeLessThanOrEqualTo(TimeSpan.FromHours(14));
    });

    [Theory]
    [InlineData("2026-03-08T00:59:59Z", false)]
    [InlineData("2026-03-08T01:00:00Z", true)]
    [InlineData("2026-03-08T11:59:59Z", true)]
    [InlineData("2026-03-08T12:00:00Z", false)]
    public void In_New_York_the_night_in_which_clocks_go_forward_is_an_hour_shorter(string at, bool isQuiet) =>
        QuietHours.Cover(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).ShouldBe(isQuiet);

    private sealed record Moment(TimeZoneInfo Zone, DateTimeOffset At);
}
