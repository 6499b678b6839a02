using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Groups;

/// <summary>The groups that a member sees: who leads them, who is in them, when they meet next.</summary>
[LongPage]
public sealed class IndexModel(CourseDb db, TimeProvider clock) : MemberPage
{
    public IReadOnlyList<GroupRow> Groups { get; private set; } = [];

    public IReadOnlyList<GroupRow> Ended { get; private set; } = [];

    /// <summary>Set after a list was taken in: how many groups and mentees it brought.</summary>
    public (int Groups, int Mentees)? Imported { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? groups, int? mentees, CancellationToken cancel)
    {
        if (!Member.Supervises && !Member.MayHandIn)
            return NotFound();
        Imported = groups is { } some && mentees is { } others ? (some, others) : null;
        var now = clock.GetUtcNow();
        var begun = now - Session.Longest;
        var seen = await db.GroupsSeenBy(Member).AsNoTracking().OrderBy(group => group.Name)
            .Select(group => new
            {
                group.Id,
                group.Name,
                group.Slot,
                group.EndedAt,
                Mentors = group.Mentors.Select(mentor => mentor.Subject).ToList(),
                Mentees = db.Mentees.Count(mentee => mentee.GroupId == group.Id && mentee.LeftAt == null),
                NextAt = db.Sessions.Where(session => session.GroupId == group.Id && session.State == SessionState.Planned && session.StartsAt > begun && session.EndsAt > now).Min(session => (DateTimeOffset?)session.StartsAt),
            }).ToListAsync(cancel);
        var leads = await db.LeadsAsync(Member.ProgrammeId, cancel);
        var rows = seen.ConvertAll(group => new GroupRow(group.Id, group.Name, group.Slot, [.. group.Mentors.Select(subject => leads.GetValueOrDefault(subject) ?? new GroupLead(subject, null, IsActive: false))], group.Mentees, group.NextAt, group.EndedAt));
        (Groups, Ended) = (rows.FindAll(row => row.EndedAt is null), rows.FindAll(row => row.EndedAt is not null));
        return Page();
    }

    public sealed record GroupRow(GroupId Id, string Name, WeeklySlot? Slot, IReadOnlyList<GroupLead> Mentors, int Mentees, DateTimeOffset? NextAt, DateTimeOffset? EndedAt)
    {
        public bool IsOrphan => !Mentors.Any(mentor => mentor.IsActive);
    }
}
