using MentorCourseLti.Internship.Terms;

namespace MentorCourseLti.Commands.Samples;

/// <summary>The weeks of a sample course: a term of fifteen with a break, of which so many have begun.</summary>
/// <param name="Week">The present one; 0 before the term.</param>
internal sealed record SampleTerm(TimeZoneInfo Zone, DateTimeOffset Now, int Week)
{
    public const int Weeks = 15;

    private const int LastBeforeBreak = 9;

    /// <summary>In which week each reflection is due.</summary>
    private static readonly int[] DueWeeks = [2, 4, 6, 8, 11, 15];

    /// <summary>In three days, or on the Sunday before; and the same day in each other week.</summary>
    public DateTimeOffset DueAt(int reflection) => At(DueWeeks[reflection], days: Math.Min(3, 6 - TermCalendar.DaysAfterMonday(Today.DayOfWeek)), hours: 23, minutes: 59);

    public bool IsOver(int reflection) => DueWeeks[reflection] < Week;

    /// <summary>Due in the present week, or the next one.</summary>
    public bool IsPresent(int reflection) => DueWeeks[reflection] == Week || DueWeeks[reflection] == Week + 1;

    public TermCalendar Calendar
    {
        get
        {
            var offMonday = Monday(LastBeforeBreak).AddDays(7);
            return new TermCalendar(Monday(1), Weeks, [new Break("Mid-term break", offMonday, offMonday.AddDays(6))]);
        }
    }

    /// <summary>A local time, counted in days from the present day of that week.</summary>
    public DateTimeOffset At(int week, int days, int hours, int minutes = 0)
    {
        var local = Today.AddDays(DaysTo(week) + days).AddHours(hours).AddMinutes(minutes);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private DateTime Today => TimeZoneInfo.ConvertTime(Now, Zone).Date;

    private DateOnly Monday(int week) => TermCalendar.MondayBefore(DateOnly.FromDateTime(Today).AddDays(DaysTo(week)));

    private int DaysTo(int week) => 7 * (Row(week) - Row(Week));

    private static int Row(int week) => week > LastBeforeBreak ? week + 1 : week;
}
