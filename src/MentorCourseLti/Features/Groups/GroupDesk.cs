using MentorCourseLti.Data;
using MentorCourseLti.Hosting;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Groups;

/// <summary>Makes and changes groups, and plans their weekly sessions.</summary>
public sealed class GroupDesk(CourseDb db, SlotPlanner planner, TimeProvider clock)
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
        if (!form.Subjects().All(subject => leads.TryGetValue(subject, out var lead) && (lead.IsActive || known?.IsOf(subject) is true)))
            return new GroupResult.NoSuchMentor();

        var group = known ?? new Group { Id = GroupId.New(now), ProgrammeId = member.ProgrammeId, Name = name, MadeAt = now };
        var slot = form.Slot();
        bool isReplanned = slot != group.Slot || (slot is not null && form.Kind != group.Kind);
        var plan = isReplanned ? await planner.PlanAsync(slot, member.ProgrammeId, cancel) : SessionPlan.None;
        if (plan.Skipped is { } skipped)
            return new GroupResult.TimeIsSkipped(skipped);
        if (known is null)
            db.Add(group);
        if (isReplanned)
            await planner.PutAsync(group, plan, form.Kind, now, cancel);

        (group.Name, group.Slot, group.Kind, group.MeetingLink) = (name, slot, form.Kind, form.Link());
        group.GiveTo(form.Subjects());
        await NameMenteesAsync(group, form.MenteeNames(), now, cancel);
        return await db.TrySaveAsync(cancel) ? new GroupResult.Saved(group.Id) : new GroupResult.ChangedMeanwhile();
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
        // Where somebody moved a session, or changed the group, at this moment, the page shows that it goes on, and the button is there.
        await db.TrySaveAsync(cancel);
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
