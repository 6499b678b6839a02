using MentorCourseLti.Data;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Mentees;

/// <summary>Adds and changes the people of a programme who need no account: mentees by first name or alias, school partners by name.</summary>
public sealed class MenteeDesk(CourseDb db, TimeProvider clock)
{
    public const int MostAtOnce = 1_000;

    /// <summary>False where the group would have more than it can.</summary>
    public async Task<bool> AddAsync(ProgrammeId programme, IReadOnlyCollection<string> names, GroupId? group, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (group is { } into && !await HasRoomAsync(into, names.Count, cancel))
            return false;
        db.AddRange(names.Select(name => new Mentee { Id = MenteeId.New(now), ProgrammeId = programme, Name = name, GroupId = group, AddedAt = now }));
        await TouchAsync([group], cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Whether so many more fit into a group.</summary>
    public async Task<bool> HasRoomAsync(GroupId group, int more, CancellationToken cancel) =>
        await db.Mentees.CountAsync(mentee => mentee.GroupId == group && mentee.LeftAt == null, cancel) + more <= Group.MostMentees;

    /// <summary>Gives those chosen to a group, or to none. Returns how many it was.</summary>
    public async Task<int> GiveAsync(ProgrammeId programme, IReadOnlyCollection<Guid> chosen, GroupId? group, CancellationToken cancel) => await ChangeAsync(programme, chosen, mentee =>
    {
        bool isNews = mentee.GroupId != group;
        mentee.GroupId = group;
        return isNews;
    }, cancel);

    /// <summary>They take part no longer: out of every list, but not out of the sessions that they came to.</summary>
    public Task<int> LeaveAsync(ProgrammeId programme, IReadOnlyCollection<Guid> chosen, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return ChangeAsync(programme, chosen, mentee =>
        {
            (mentee.LeftAt, mentee.GroupId) = (now, null);
            return true;
        }, cancel);
    }

    /// <summary>False where the programme has a partner of that name.</summary>
    public async Task<bool> AddPartnerAsync(ProgrammeId programme, string name, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        db.Add(new SchoolPartner { Id = SchoolPartnerId.New(now), ProgrammeId = programme, Name = name, AddedAt = now });
        return await db.TrySaveAsync(cancel);
    }

    public async Task RemovePartnerAsync(ProgrammeId programme, Guid id, CancellationToken cancel)
    {
        using (await db.WriteTurnAsync(cancel))
            await db.SchoolPartners.Where(partner => partner.Id == new SchoolPartnerId(id) && partner.ProgrammeId == programme).ExecuteDeleteAsync(cancel);
    }

    private async Task<int> ChangeAsync(ProgrammeId programme, IReadOnlyCollection<Guid> chosen, Func<Mentee, bool> change, CancellationToken cancel)
    {
        var ids = chosen.Select(id => new MenteeId(id)).ToList();
        var mentees = await db.Mentees.Where(mentee => mentee.ProgrammeId == programme && mentee.LeftAt == null && ids.Contains(mentee.Id)).ToListAsync(cancel);
        var left = mentees.ConvertAll(mentee => mentee.GroupId);
        int changed = mentees.Count(change);
        await TouchAsync([.. left, .. mentees.Select(mentee => mentee.GroupId)], cancel);
        await db.SaveChangesAsync(cancel);
        return changed;
    }

    /// <summary>Whoever has a group's form open, with its mentees in it, is told that they are others now.</summary>
    private async Task TouchAsync(IReadOnlyCollection<GroupId?> groups, CancellationToken cancel)
    {
        var ids = groups.OfType<GroupId>().Distinct().ToList();
        foreach (var group in await db.Groups.Where(group => ids.Contains(group.Id)).ToListAsync(cancel))
            group.Touch();
    }
}
