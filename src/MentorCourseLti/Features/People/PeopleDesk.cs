using MentorCourseLti.Data;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.People;

/// <summary>Names learners to mentor leaders and gives leaders their mentors.</summary>
public sealed class PeopleDesk(CourseDb db)
{
    /// <summary>Returns how many were named.</summary>
    public Task<int> NameLeadersAsync(CourseId course, IReadOnlyCollection<Guid> chosen, CancellationToken cancel) => ChangeAsync(course, chosen, member =>
    {
        bool isMentor = member.Role is MemberRole.Mentor;
        member.NameLeader();
        return isMentor;
    }, cancel);

    /// <summary>Their mentors are nobody's until they are given to somebody else. Returns how many leaders it was.</summary>
    public async Task<int> UnnameLeadersAsync(CourseId course, IReadOnlyCollection<Guid> chosen, CancellationToken cancel)
    {
        var leaders = Ids(chosen);
        foreach (var mentor in await db.Members.Where(member => member.CourseId == course && member.LeaderId != null && leaders.Contains(member.LeaderId.Value)).ToListAsync(cancel))
            mentor.LeaderId = null;
        return await ChangeAsync(course, chosen, member =>
        {
            bool wasNamed = member.IsNamedLeader;
            member.UnnameLeader();
            return wasNamed;
        }, cancel);
    }

    /// <summary>Gives mentors to a leader; none takes them back. Leaders themselves are nobody's mentors. Returns how many it was.</summary>
    public Task<int> GiveAsync(CourseId course, IReadOnlyCollection<Guid> chosen, MemberId? leader, CancellationToken cancel) => ChangeAsync(course, chosen, member =>
    {
        bool isMentor = member.Role is MemberRole.Mentor && member.LeaderId != leader;
        if (isMentor)
            member.LeaderId = leader;
        return isMentor;
    }, cancel);

    private async Task<int> ChangeAsync(CourseId course, IReadOnlyCollection<Guid> chosen, Func<Member, bool> change, CancellationToken cancel)
    {
        var ids = Ids(chosen);
        var members = await db.Members.Where(member => member.CourseId == course && ids.Contains(member.Id)).ToListAsync(cancel);
        int changed = members.Count(change);
        await db.SaveChangesAsync(cancel);
        return changed;
    }

    private static List<MemberId> Ids(IReadOnlyCollection<Guid> chosen) => [.. chosen.Select(id => new MemberId(id))];
}
