using MentorCourseLti.Features.Shared;

namespace MentorCourseLti.Tests.Features.Shared;

public sealed class CourseTimeTests
{
    private static readonly CourseTime Berlin = new("Europe/Berlin");
    private static readonly CourseTime NewYork = new("America/New_York");

    [Theory]
    [InlineData("America/Phoenix", "Sat 7 Feb, 05:00 MST")]
    [InlineData("America/New_York", "Sat 7 Feb, 07:00 EST")]
    [InlineData("Etc/UTC", "Sat 7 Feb, 12:00 UTC")]
    public void A_time_is_written_with_its_zone(string zone, string written) =>
        new CourseTime(zone).Moment(new(2026, 2, 7, 12, 0, 0, TimeSpan.Zero)).ShouldBe(written);

    [Fact]
    public void Summer_has_its_own_name() => NewYork.Moment(new(2026, 7, 7, 12, 0, 0, TimeSpan.Zero)).ShouldBe("Tue 7 Jul, 08:00 EDT");

    [Theory]
    [InlineData("2026-01-15T09:30", "2026-01-15T08:30:00Z")]
    [InlineData("2026-07-15T09:30", "2026-07-15T07:30:00Z")]
    [InlineData("2026-07-15T09:30:15", "2026-07-15T07:30:15Z")]
    // 02:30 does not exist on that day; the clock shows 03:30 then.
    [InlineData("2026-03-29T02:30", "2026-03-29T01:30:00Z")]
    // 02:30 comes twice on that day: the first of the two.
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30:00Z")]
    public void A_field_is_read_in_the_courses_zone(string field, string utc)
    {
        Berlin.TryRead(field, out var time).ShouldBeTrue();
        time.ShouldBe(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-02-30T10:00")]
    [InlineData("2026-02-03")]
    [InlineData("tomorrow")]
    [InlineData("2026-02-03T10:00+01:00")]
    public void What_is_no_time_is_not_read(string field) => Berlin.TryRead(field, out _).ShouldBeFalse();

    [Theory]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    public void The_ends_of_time_do_no_harm(string field)
    {
        foreach (var time in new[] { Berlin, NewYork, new CourseTime("Pacific/Kiritimati") })
            Should.NotThrow(() => time.TryRead(field, out _));
    }

    [Theory]
    [InlineData("15:00", "15:50", 50)]
    [InlineData("23:30", "00:30", 60)]
    [InlineData("18:00", "06:00", 720)]
    // Of the two, one is a slip.
    [InlineData("15:50", "15:00", -50)]
    [InlineData("15:00", "15:00", 0)]
    public void An_end_that_is_earlier_by_the_clock_is_on_the_next_day_where_that_makes_a_session(string start, string end, int minutes)
    {
        var (from, to) = Berlin.ReadSpan("2026-02-06", start, end);
        (to - from).ShouldBe(TimeSpan.FromMinutes(minutes));
    }

    [Fact]
    public void An_empty_field_is_no_time()
    {
        Berlin.TryRead("  ", out var time).ShouldBeTrue();
        time.ShouldBeNull();
    }

    [Fact]
    public void What_is_written_into_a_field_is_read_back()
    {
        for (int hours = 0; hours < 24 * 365; hours += 7)
        {
            var time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hours);
            NewYork.TryRead(NewYork.ForInput(time), out var read).ShouldBeTrue();
            // But for the hour that comes twice.
            if (time.Date != new DateTime(2026, 11, 1))
                read.ShouldBe(time);
        }
    }

    [Fact]
    public void A_zone_that_is_gone_is_UTC() => new CourseTime("Nowhere/Atlantis").Moment(new(2026, 2, 7, 12, 0, 0, TimeSpan.Zero)).ShouldEndWith("UTC");
}
