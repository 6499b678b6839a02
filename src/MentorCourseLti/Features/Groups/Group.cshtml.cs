using MentorCourseLti.Data;
using MentorCourseLti.Features.Sessions;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Groups;

/// <summary>One group: its people, the sessions to come and those that were.</summary>
public sealed class GroupModel(CourseDb db, GroupDesk desk, SessionDesk sessions, TimeProvider clock) : MemberPage
{
    public Group Group { get; private set; } = null!;

    public IReadOnlyList<GroupLead> Mentors { get; private set; } = [];

    public IReadOnlyList<Mentee> Mentees { get; private set; } = [];

    public IReadOnlyList<SessionRow> Coming { get; private set; } = [];

    public IReadOnlyList<SessionRow> Past { get; private set; } = [];

    /// <summary>The member leads it, and tells how sessions went.</summary>
    public bool IsOwn => Group.IsOf(Member.Subject);

    /// <summary>May move and cancel sessions.</summary>
    public bool MayArrange => Member.ArchivedAt is null && Group.EndedAt is null && (Member.MayAssess || (IsOwn && Member.MayWrite));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await desk.FindAsync(id, Member, cancel) is not { } group)
            return NotFound();
        Group = group;
        Mentees = await desk.MenteesOfAsync(group.Id, cancel);
        var leads = await db.LeadsAsync(Member.ProgrammeId, cancel);
        Mentors = [.. group.Mentors.Select(mentor => leads.GetValueOrDefault(mentor.Subject) ?? new GroupLead(mentor.Subject, null, IsActive: false))];
        var now = clock.GetUtcNow();
        var all = await sessions.RowsAsync(db.Sessions.Where(session => session.GroupId == group.Id), Member, now, leads, cancel);
        (Coming, Past) = ([.. all.Where(row => !row.Session.IsOver(now))], [.. all.Where(row => row.Session.IsOver(now)).Reverse()]);
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel)
    {
        if (!Member.MayAssess || await desk.FindAsync(id, Member, cancel) is not { } group)
            return NotFound();
        await desk.EndAsync(group, cancel);
        return RedirectToPage("Index");
    }
}
