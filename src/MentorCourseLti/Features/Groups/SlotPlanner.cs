using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;
using MentorCourseLti.Internship.Terms;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Groups;

/// <summary>Plans the sessions of weekly slots: in the programme's zone, and on no day off of its terms. Adds to the unit of work.</summary>
public sealed class SlotPlanner(CourseDb db, TimeProvider clock)
{
    public async Task<SessionPlan> PlanAsync(WeeklySlot? slot, ProgrammeId programme, CancellationToken cancel) =>
        slot is null ? SessionPlan.None : SessionPlan.Of(slot, await BreaksAsync(programme, cancel), await ZoneAsync(programme, cancel));

    /// <summary>
    /// Sessions to come that nobody has touched make room for the new plan; what was held, moved, cancelled or planned by itself stays as it is. A slot
    /// that takes another one's place says nothing of the days that are over.
    /// </summary>
    public async Task PutAsync(Group group, SessionPlan plan, MeetingKind kind, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await db.Sessions.Where(session => session.GroupId == group.Id).ToListAsync(cancel);
        var stays = known.FindAll(session => !(session.IsAsPlanned && session.StartsAt > now));
        var wanted = plan.Meetings.Where(meeting => (group.Slot is null || meeting.StartsAt > now) && !stays.Exists(session => session.SlotOn == meeting.On)).ToList();
        db.RemoveRange(known.Where(session => !stays.Contains(session) && !wanted.Exists(meeting => meeting.On == session.SlotOn)));
        foreach (var meeting in wanted)
        {
            // The same day at another time is the same session to whoever has it in a calendar.
            if (known.Find(session => session.SlotOn == meeting.On) is { } session)
                session.Replan(meeting, kind, now);
            else
                db.Add(Session.Plan(group.Id, meeting, kind, now));
        }
    }

    /// <summary>The days off, or the zone, are others now: what is to come of every weekly slot is planned anew.</summary>
    public async Task ReplanAsync(ProgrammeId programme, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (zone, breaks) = (await ZoneAsync(programme, cancel), await BreaksAsync(programme, cancel));
        foreach (var group in await db.Groups.Where(group => group.ProgrammeId == programme && group.EndedAt == null && group.Slot != null).ToListAsync(cancel))
        {
            // A time that the clocks skip was refused when the slot was set.
            if (SessionPlan.Of(group.Slot!, breaks, zone) is { Skipped: null } plan)
                await PutAsync(group, plan, group.Kind, now, cancel);
        }
    }

    /// <summary>The same by itself. Where somebody changes a session at this moment, the plan stays as it is; the next change of days off sees to it.</summary>
    public async Task ReplanAndSaveAsync(ProgrammeId programme, CancellationToken cancel)
    {
        await ReplanAsync(programme, cancel);
        await db.TrySaveAsync(cancel);
    }

    /// <summary>As it is, or is about to be saved.</summary>
    private async Task<TimeZoneInfo> ZoneAsync(ProgrammeId programme, CancellationToken cancel) =>
        new CourseTime((await db.Programmes.SingleAsync(one => one.Id == programme, cancel)).TimeZone).Zone;

    /// <summary>The days off of all the programme's courses, with those that are about to be saved.</summary>
    private async Task<List<Break>> BreaksAsync(ProgrammeId programme, CancellationToken cancel)
    {
        var terms = await (from term in db.Terms
                           join course in db.Courses on term.CourseId equals course.Id
                           where course.ProgrammeId == programme
                           select term).ToListAsync(cancel);
        return [.. terms.SelectMany(term => term.Calendar.Breaks)];
    }
}
