using FsCheck;
using FsCheck.Fluent;
using MentorCourseLti.Internship.Terms;

namespace MentorCourseLti.Tests.Internship.Terms;

/// <summary>Terms as nobody would think of them, all without problems.</summary>
internal static class AnyTerm
{
    private static readonly TimeZoneInfo[] Zones =
        [.. new[] { "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Phoenix", "Etc/UTC" }.Select(TimeZoneInfo.FindSystemTimeZoneById)];

    public static Arbitrary<TermCalendar> Calendar => Arb.From(Calendars, WithoutOneBreak);

    public static Arbitrary<(TermCalendar Term, int Week)> Week => Arb.From(
        from term in Calendars
        from week in Gen.Choose(1, term.Weeks)
        select (term, week),
        one => WithoutOneBreak(one.term).Select(term => (term, one.week)));

    public static Arbitrary<(TermCalendar Term, WeekPlace Place, TimeZoneInfo Zone)> Place => Arb.From(Gen.OneOf(Places, PlacesNearAClockChange));

    private static Gen<TermCalendar> Calendars =>
        from start in Gen.Choose(new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2200, 12, 31).DayNumber)
        from weeks in Gen.Choose(1, TermCalendar.MostWeeks)
        from count in Gen.Choose(0, 8)
        from breaks in BreakNear(DateOnly.FromDayNumber(start), weeks).ListOf(count)
        select new TermCalendar(DateOnly.FromDayNumber(start), weeks, [.. breaks.Select((one, index) => one with { Name = $"Break {index}" })]);

    private static Gen<(TermCalendar Term, WeekPlace Place, TimeZoneInfo Zone)> Places =>
        from term in Calendars
        from zone in Gen.Elements(Zones)
        from week in Gen.Choose(1, term.Weeks)
        from day in Gen.Elements(Enum.GetValues<DayOfWeek>())
        from minute in Gen.Choose(0, 1439)
        select (term, new WeekPlace(week, day, TimeOnly.MinValue.AddMinutes(minute)), zone);

    // By chance alone one in a thousand would be.
    private static Gen<(TermCalendar Term, WeekPlace Place, TimeZoneInfo Zone)> PlacesNearAClockChange =>
        from term in Calendars
        from zone in Gen.Elements(Zones)
        from week in Gen.Elements(WeeksToChangeClocksIn(term, zone))
        from minute in Gen.Choose(45, 200)
        select (term, new WeekPlace(week, DayOfWeek.Sunday, TimeOnly.MinValue.AddMinutes(minute)), zone);

    private static Gen<Break> BreakNear(DateOnly start, int weeks) =>
        from day in Gen.Choose(0, (7 * weeks) - 1)
        from days in Gen.OneOf(Gen.Choose(1, 4), Gen.Choose(5, 9), Gen.Elements(7, 14, 56), Gen.Choose(1, 56))
        let monday = new TermCalendar(start, 1, []).MondayOf(1)
        let first = days % 7 == 0 ? monday.AddDays(day / 7 * 7) : monday.AddDays(day)
        select new Break("", first, first.AddDays(days - 1));

    private static int[] WeeksToChangeClocksIn(TermCalendar term, TimeZoneInfo zone)
    {
        int[] weeks = [.. term.Rows().Where(row => row.Number is not null && Offset(row.Monday) != Offset(row.Monday.AddDays(7))).Select(row => row.Number!.Value)];
        return weeks is [] ? [1] : weeks;

        TimeSpan Offset(DateOnly day) => zone.GetUtcOffset(day.ToDateTime(new(12, 0)));
    }

    private static IEnumerable<TermCalendar> WithoutOneBreak(TermCalendar term) => term.Breaks.Select(one => term with { Breaks = [.. term.Breaks.Where(other => other != one)] });
}
