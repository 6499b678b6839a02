using MentorCourseLti.Data;
using MentorCourseLti.Hosting;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Groups;
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
            var plan = await PlanAsync(slot, member.ProgrammeId, cancel);
            if (plan.Skipped is { } skipped)
                return new GroupResult.TimeIsSkipped(skipped);
            if (known is null)
                db.Add(group);
            await PutAsync(group, plan, form, now, cancel);
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

    /// <summary>The meetings of a slot, but in no break of the programme's terms.</summary>
    private async Task<SessionPlan> PlanAsync(WeeklySlot slot, ProgrammeId programme, CancellationToken cancel)
    {
        string zone = await db.Programmes.Where(one => one.Id == programme).Select(one => one.TimeZone).SingleAsync(cancel);
        var breaks = await BreaksAsync(programme, cancel);
        return SessionPlan.Of(slot, breaks, TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc);
    }

    private async Task<List<Break>> BreaksAsync(ProgrammeId programme, CancellationToken cancel)
    {
        var terms = await (from term in db.Terms.AsNoTracking()
                           join course in db.Courses on term.CourseId equals course.Id
                           where course.ProgrammeId == programme
                           select term).ToListAsync(cancel);
        return [.. terms.SelectMany(term => term.Calendar.Breaks)];
    }

    /// <summary>Sessions to come that nobody has touched make room for the new plan; what was held, moved or cancelled stays as it is.</summary>
    private async Task PutAsync(Group group, SessionPlan plan, GroupForm form, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await db.Sessions.Where(session => session.GroupId == group.Id).ToListAsync(cancel);
        var stays = known.FindAll(session => !(session.IsAsPlanned && session.StartsAt > now));
        var wanted = plan.Meetings.Where(meeting => !stays.Exists(session => session.SlotOn == meeting.On)).ToList();
        db.RemoveRange(known.Where(session => !stays.Contains(session) && !wanted.Exists(meeting => meeting.On == session.SlotOn)));
        foreach (var meeting in wanted)
        {
            // The same day at another time is the same session to whoever has it in a calendar.
            if (known.Find(session => session.SlotOn == meeting.On) is { } session)
                session.Replan(meeting, form.Kind, now);
            else
                db.Add(Session.Plan(group.Id, meeting, form.Kind, now));
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
