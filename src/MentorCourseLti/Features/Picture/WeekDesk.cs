using MentorCourseLti.Data;
using MentorCourseLti.Features.Groups;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;
using MentorCourseLti.Internship.Terms;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Picture;

/// <summary>Sums hours and sessions week by week: of a term's weeks, or where the course has no term, of those in which there was something.</summary>
public sealed class WeekDesk(CourseDb db, TimeProvider clock)
{
    private const int MostWeeks = 60;

    /// <summary>Of the mentors whom the viewer looks after.</summary>
    public Task<WeekPicture> ReadAsync(CurrentMember viewer, CancellationToken cancel) => ReadAsync(viewer, db.Members.SeenBy(viewer), db.GroupsSeenBy(viewer), cancel);

    /// <summary>The viewer's own.</summary>
    public Task<WeekPicture> ReadOwnAsync(CurrentMember viewer, CancellationToken cancel)
    {
        var (me, programme, subject) = (viewer.Id, viewer.ProgrammeId, viewer.Subject);
        return ReadAsync(
            viewer, db.Members.Where(member => member.Id == me), db.Groups.Where(group => group.ProgrammeId == programme && group.Mentors.Any(mentor => mentor.Subject == subject)), cancel);
    }

    private async Task<WeekPicture> ReadAsync(CurrentMember viewer, IQueryable<Member> whose, IQueryable<Group> groups, CancellationToken cancel)
    {
        var (course, now, time) = (viewer.CourseId, clock.GetUtcNow(), new CourseTime(viewer.TimeZone));
        var logs = db.Activities.Where(activity => activity.CourseId == course && activity.Kind == ActivityKind.MentoringLog);
        var about = await db.Courses.Where(one => one.Id == course).Select(one => new
        {
            Mentors = whose.Count(member => member.IsActive),
            Goal = logs.Sum(log => log.GoalHours ?? 0),
            Calendar = db.Terms.Where(term => term.CourseId == course).Select(term => term.Calendar).FirstOrDefault(),
        }).SingleAsync(cancel);
        // Many meet at the same hours: the database adds those up. Which week an hour is in, the course's zone says.
        var entries = await (from entry in db.LogEntries
                             where logs.Select(log => log.Id).Contains(entry.ActivityId) && entry.State != EntryState.Returned && entry.Minutes > 0 && whose.Select(mentor => mentor.Id).Contains(entry.MemberId)
                             group entry by new { entry.StartsAt, entry.State } into slot
                             select new { slot.Key.StartsAt, slot.Key.State, Minutes = slot.Sum(entry => entry.Minutes) }).ToListAsync(cancel);
        var sessions = await (from own in groups
                              join session in db.Sessions on own.Id equals session.GroupId
                              group session by new { session.StartsAt, session.State, IsOver = session.EndsAt <= now } into slot
                              select new { slot.Key.StartsAt, slot.Key.State, slot.Key.IsOver, Count = slot.Count() }).ToListAsync(cancel);

        var byWeek = entries.ToLookup(entry => TermCalendar.MondayBefore(time.DateOf(entry.StartsAt)));
        var met = sessions.ToLookup(session => TermCalendar.MondayBefore(time.DateOf(session.StartsAt)));
        var mondays = about.Calendar is null ? Between([.. byWeek.Select(week => week.Key), .. met.Select(week => week.Key)]) : [.. about.Calendar.Rows().Select(row => (row.Monday, row.Number))];
        var present = TermCalendar.MondayBefore(time.DateOf(now));
        int approved = 0, waiting = 0;
        HoursSoFar? Add(DateOnly monday)
        {
            approved += byWeek[monday].Where(entry => entry.State is EntryState.Approved).Sum(entry => entry.Minutes);
            waiting += byWeek[monday].Where(entry => entry.State is EntryState.Waiting).Sum(entry => entry.Minutes);
            return monday > present ? null : new HoursSoFar(Hours.OfMinutes(approved), Hours.OfMinutes(waiting));
        }

        var weeks = mondays.Select(week => new PictureWeek(
            week.Monday,
            week.Number,
            ApprovedMinutes: byWeek[week.Monday].Where(entry => entry.State is EntryState.Approved).Sum(entry => entry.Minutes),
            Add(week.Monday),
            Held: met[week.Monday].Where(slot => slot.State is SessionState.Held).Sum(slot => slot.Count),
            CalledOff: met[week.Monday].Where(slot => slot.State is SessionState.Cancelled).Sum(slot => slot.Count),
            NotLogged: met[week.Monday].Where(slot => slot is { State: SessionState.Planned, IsOver: true }).Sum(slot => slot.Count),
            ToCome: met[week.Monday].Where(slot => slot is { State: SessionState.Planned, IsOver: false }).Sum(slot => slot.Count)));
        return new WeekPicture([.. weeks], about.Mentors * about.Goal);
    }

    private static List<(DateOnly Monday, int? Number)> Between(IReadOnlyList<DateOnly> mondays)
    {
        if (mondays.Count == 0)
            return [];
        var (first, last) = (mondays.Min(), mondays.Max());
        // Somebody may have planned a session years ahead.
        int weeks = Math.Min(1 + ((last.DayNumber - first.DayNumber) / 7), MostWeeks);
        return [.. Enumerable.Range(0, weeks).Select(week => (first.AddDays(7 * week), (int?)null))];
    }
}
