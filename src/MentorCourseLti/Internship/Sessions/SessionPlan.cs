using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Terms;

namespace MentorCourseLti.Internship.Sessions;

/// <summary>One meeting of a weekly slot.</summary>
public sealed record PlannedMeeting(DateOnly On, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>The meetings of a weekly slot: every week but those in a break, at the same time of the clock, whatever daylight saving does.</summary>
/// <param name="Skipped">The day on which the slot's time does not exist, since the clocks skip it. Then there is no plan.</param>
public sealed record SessionPlan(IReadOnlyList<PlannedMeeting> Meetings, DateOnly? Skipped)
{
    /// <summary>Of a group without a slot.</summary>
    public static SessionPlan None { get; } = new([], Skipped: null);

    public static SessionPlan Of(WeeklySlot slot, IReadOnlyCollection<Break> breaks, TimeZoneInfo zone)
    {
        var meetings = new List<PlannedMeeting>();
        foreach (var day in slot.Days().Where(day => !breaks.Any(one => one.Covers(day))))
        {
            var local = day.ToDateTime(slot.At);
            var startsAt = WallClock.At(local, zone);
            // What does not read back is no time of the day. IsInvalidTime overlooks clocks that change at midnight.
            if (TimeZoneInfo.ConvertTime(startsAt, zone).DateTime != local)
                return new SessionPlan([], day);
            // It lasts as long as it lasts, also in the night when the clocks change.
            meetings.Add(new PlannedMeeting(day, startsAt, startsAt.AddMinutes(slot.Minutes)));
        }

        return new SessionPlan(meetings, Skipped: null);
    }
}
