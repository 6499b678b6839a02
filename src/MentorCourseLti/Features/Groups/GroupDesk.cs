using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;
using MentorCourseLti.Internship.Terms;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Groups;

/// <summary>Makes and changes groups, and plans their weekly sessions.</summary>
public sealed class GroupDesk(CourseDb db, TimeProvider clock)
{
    /// <summary>A group that the member sees, with its mentors.</summary>
    public Task<Group?> FindAsync(Guid id, CurrentMember member, CancellationToken cancel) =>
        db.GroupsSeenBy(member).Include(group => group.Mentors).FirstOrDefaultAsync(group => group.Id == new GroupId(id), cancel);

    internal Task<List<Mentee>> MenteesOfAsync(GroupId group, CancellationToken cancel) =>
        db.Mentees.Where(mentee => mentee.GroupId == group && mentee.LeftAt == null).OrderBy(mentee => mentee.Name).ToListAsync(cancel);

    /// <summary>Writes down what the form says, and plans the sessions of its slot. Whatever is wrong, nothing is written.</summary>
    public async Task<GroupResult> SaveAsync(Group? known, GroupForm form, CurrentMember member, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (known is not null && known.Version != form.Version)
            return new GroupResult.ChangedMeanwhile();
        string name = PlainText.Line(form.Name, int.MaxValue)!;
        if (await db.Groups.AnyAsync(other => other.ProgrammeId == member.ProgrammeId && other.Name == name && (known == null || other.Id != known.Id), cancel))
            return new GroupResult.NameTaken();
        var leads = await db.LeadsAsync(member.ProgrammeId, cancel);
        if (form.Subjects().FirstOrDefault(subject => !leads.ContainsKey(subject)) is not null)
            return new GroupResult.NoSuchMentor();

        var group = known ?? new Group { Id = GroupId.New(now), ProgrammeId = member.ProgrammeId, Name = name, MadeAt = now };
        if (form.Slot() is { } slot && slot != group.Slot)
        {
            var plan = SessionPlan.Of(slot, await BreaksAsync(member.ProgrammeId, cancel), await ZoneAsync(member.ProgrammeId, cancel));
            if (plan.Skipped is { } skipped)
                return new GroupResult.TimeIsSkipped(skipped);
            if (known is null)
                db.Add(group);
            await PutAsync(group, plan, form.Kind, now, cancel);
        }
        else if (known is null)
        {
            db.Add(group);
        }

        (group.Name, group.Slot, group.Kind, group.MeetingLink) = (name, form.Slot(), form.Kind, form.Link());
        group.GiveTo(form.Subjects());
        await NameMenteesAsync(group, form.MenteeNames(), now, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
            return new GroupResult.Saved(group.Id);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || db.IsDuplicate(exception))
        {
            db.ChangeTracker.Clear();
            return new GroupResult.ChangedMeanwhile();
        }
    }

    /// <summary>The group meets no longer: what was to come goes, what was held stays. Its mentees wait for another group.</summary>
    public async Task EndAsync(Group group, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        group.EndedAt ??= now;
        group.Touch();
        db.RemoveRange(await db.Sessions.Where(session => session.GroupId == group.Id && session.State == SessionState.Planned && session.StartsAt > now).ToListAsync(cancel));
        foreach (var mentee in await db.Mentees.Where(mentee => mentee.GroupId == group.Id).ToListAsync(cancel))
            mentee.GroupId = null;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The term has other breaks now: what is to come of every weekly slot is planned anew. Adds to the unit of work.</summary>
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

    private async Task<TimeZoneInfo> ZoneAsync(ProgrammeId programme, CancellationToken cancel) =>
        new CourseTime(await db.Programmes.Where(one => one.Id == programme).Select(one => one.TimeZone).SingleAsync(cancel)).Zone;

    /// <summary>The days off of all the programme's courses, with those that are about to be saved.</summary>
    private async Task<List<Break>> BreaksAsync(ProgrammeId programme, CancellationToken cancel)
    {
        var terms = await (from term in db.Terms
                           join course in db.Courses on term.CourseId equals course.Id
                           where course.ProgrammeId == programme
                           select term).ToListAsync(cancel);
        return [.. terms.SelectMany(term => term.Calendar.Breaks)];
    }

    /// <summary>Sessions to come that nobody has touched make room for the new plan; what was held, moved or cancelled stays as it is.</summary>
    private async Task PutAsync(Group group, SessionPlan plan, MeetingKind kind, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await db.Sessions.Where(session => session.GroupId == group.Id).ToListAsync(cancel);
        var stays = known.FindAll(session => !(session.IsAsPlanned && session.StartsAt > now));
        var wanted = plan.Meetings.Where(meeting => !stays.Exists(session => session.SlotOn == meeting.On)).ToList();
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

    /// <summary>Mentees of that name who are in no group come in; who is named no longer is in none.</summary>
    private async Task NameMenteesAsync(Group group, IReadOnlyList<string> names, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await db.Mentees.Where(mentee => mentee.ProgrammeId == group.ProgrammeId && mentee.LeftAt == null && (mentee.GroupId == group.Id || mentee.GroupId == null)).ToListAsync(cancel);
        foreach (var gone in known.Where(mentee => mentee.GroupId == group.Id && !names.Contains(mentee.Name, StringComparer.OrdinalIgnoreCase)))
            gone.GroupId = null;
        foreach (string name in names)
        {
            var found = known.Where(mentee => string.Equals(mentee.Name, name, StringComparison.OrdinalIgnoreCase)).MaxBy(mentee => mentee.GroupId == group.Id);
            if (found is null)
                db.Add(new Mentee { Id = MenteeId.New(now), ProgrammeId = group.ProgrammeId, Name = name, GroupId = group.Id, AddedAt = now });
            else
                found.GroupId = group.Id;
        }
    }
}
