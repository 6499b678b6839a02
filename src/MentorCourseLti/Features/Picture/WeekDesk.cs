using LinqKit;
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

    private static readonly Func<CourseDb, CourseId, MemberId?, string?, IAsyncEnumerable<About>> ReadAbout = CompiledQuery.Of((CourseDb db, CourseId course, MemberId? leader, string? section) =>
        from one in db.Courses
        where one.Id == course
        select new About(
            db.Members.Count(member => Circle.IsSeen.Invoke(member, course, leader, section) && member.IsActive),
            db.Activities.Where(log => log.CourseId == course && log.Kind == ActivityKind.MentoringLog).Sum(log => log.GoalHours ?? 0),
            db.Terms.Where(term => term.CourseId == course).Select(term => term.Calendar).FirstOrDefault()));

    /// <summary>Many meet at the same hours: the database adds those up. Which week an hour is in, the course's zone says.</summary>
    private static readonly Func<CourseDb, CourseId, MemberId?, MemberId?, string?, IAsyncEnumerable<HoursSlot>> ReadHours = CompiledQuery.Of(
        (CourseDb db, CourseId course, MemberId? only, MemberId? leader, string? section) =>
            from entry in db.LogEntries
            where db.Activities.Where(log => log.CourseId == course && log.Kind == ActivityKind.MentoringLog).Select(log => log.Id).Contains(entry.ActivityId)
                && entry.State != EntryState.Returned && entry.Minutes > 0
                && (entry.MemberId == only || (only == null && Circle.ShowsWorkOf.Invoke(db, entry.MemberId, course, leader, section)))
            group entry by new { entry.StartsAt, entry.State } into slot
            select new HoursSlot(slot.Key.StartsAt, slot.Key.State, slot.Sum(entry => entry.Minutes)));

    private static readonly Func<CourseDb, ProgrammeId, string?, CourseId, MemberId?, DateTimeOffset, IAsyncEnumerable<SessionsSlot>> CountSessions = CompiledQuery.Of(
        (CourseDb db, ProgrammeId programme, string? subject, CourseId course, MemberId? leader, DateTimeOffset now) =>
            from own in db.Groups
            where GroupCircle.IsSeen.Invoke(db, own, programme, subject, course, leader)
            join session in db.Sessions on own.Id equals session.GroupId
            group session by new { session.StartsAt, session.State, IsOver = session.EndsAt <= now } into slot
            select new SessionsSlot(slot.Key.StartsAt, slot.Key.State, slot.Key.IsOver, slot.Count()));

    /// <summary>Of the mentors whom the viewer looks after.</summary>
    public Task<WeekPicture> ReadAsync(CurrentMember viewer, CancellationToken cancel) => ReadAsync(viewer, only: null, cancel);

    /// <summary>The viewer's own.</summary>
    public Task<WeekPicture> ReadOwnAsync(CurrentMember viewer, CancellationToken cancel) => ReadAsync(viewer, only: viewer.Id, cancel);

    private async Task<WeekPicture> ReadAsync(CurrentMember viewer, MemberId? only, CancellationToken cancel)
    {
        var (course, now, time) = (viewer.CourseId, clock.GetUtcNow(), new CourseTime(viewer.TimeZone));
        var about = await ReadAbout(db, course, viewer.OnlyLedBy, viewer.SectionLine).SingleAsync(cancel);
        var entries = await ReadHours(db, course, only, viewer.OnlyLedBy, viewer.SectionLine).ToListAsync(cancel);
        var sessions = await (only is null
            ? CountSessions(db, viewer.ProgrammeId, viewer.OnlyGroupsOf, course, viewer.LeadsAs, now)
            : CountSessions(db, viewer.ProgrammeId, viewer.Subject, course, null, now)).ToListAsync(cancel);

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
        return new WeekPicture([.. weeks], (only is null ? about.Mentors : 1) * about.Goal);
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

    /// <param name="Mentors">Those whom the viewer looks after.</param>
    /// <param name="Goal">Of each, in hours.</param>
    private sealed record About(int Mentors, decimal Goal, TermCalendar? Calendar);

    private sealed record HoursSlot(DateTimeOffset StartsAt, EntryState State, int Minutes);

    private sealed record SessionsSlot(DateTimeOffset StartsAt, SessionState State, bool IsOver, int Count);
}
