using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Rosters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.People;

/// <summary>Who is in the course, who leads whom.</summary>
[LongPage]
public sealed class IndexModel(CourseDb db, PeopleDesk desk, RosterWishes rosters, IStringLocalizer<IndexModel> text) : MemberPage
{
    public const string Name = "name";
    public const string Unname = "unname";
    public const string Give = "give";
    public const string Take = "take";

    public IReadOnlyList<Person> Mentors { get; private set; } = [];

    /// <summary>Those who can be given mentors.</summary>
    public IReadOnlyList<Leader> Leaders { get; private set; } = [];

    public IReadOnlyCollection<Guid> Chosen { get; private set; } = [];

    /// <summary>When the LMS was last asked who is in the course, and what came of it.</summary>
    public RosterState Roster { get; private set; } = null!;

    public bool IsReading { get; private set; }

    public string? Error { get; private set; }

    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? did, int count, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        if (did is Name or Unname or Give or Take)
            Done = count == 0 ? text["Done.None"] : count == 1 ? text[$"Done.{did}.One"] : text[$"Done.{did}.Many", count];
        await ReadAsync(cancel);
        return Page();
    }

    /// <summary>Asks the LMS who is in the course; the page shows how it goes.</summary>
    public IActionResult OnPostRoster()
    {
        if (!Member.MayAssess)
            return NotFound();
        rosters.Ask(Member.CourseId);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAsync(Guid[] members, Guid? leader, string? go, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        await ReadAsync(cancel);
        Chosen = members;
        var given = leader is { } id ? await db.Members.FirstOrDefaultAsync(member => member.Id == new MemberId(id) && member.CourseId == Member.CourseId, cancel) : null;
        Error = ProblemOf(members, go, given);
        if (Error is not null)
            return Page();

        int count = go switch
        {
            Name => await desk.NameLeadersAsync(Member.CourseId, members, cancel),
            Unname => await desk.UnnameLeadersAsync(Member.CourseId, members, cancel),
            Give => await desk.GiveAsync(Member.CourseId, members, given!.Id, cancel),
            _ => await desk.GiveAsync(Member.CourseId, members, leader: null, cancel),
        };
        return RedirectToPage(new { did = go, count });
    }

    private string? ProblemOf(Guid[] members, string? go, Member? leader)
    {
        if (go is not (Name or Unname or Give or Take))
            return text["ChooseWhat"];
        if (members.Length == 0)
            return text["ChooseSome"];
        if (go != Give)
            return null;
        if (leader is null)
            return text["ChooseLeader"];
        if (!leader.IsActive)
            return text["LeaderLeft", leader.Name ?? text["Nameless"].Value];
        return leader.Role is MemberRole.MentorLeader ? null : text["NoLeader", leader.Name ?? text["Nameless"].Value].Value;
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        IsReading = rosters.IsPending(Member.CourseId);
        Roster = await db.Courses.Where(course => course.Id == Member.CourseId)
            .Select(course => new RosterState(course.MembershipsUrl != null, course.RosterReadAt, course.RosterTriedAt, course.RosterProblem)).SingleAsync(cancel);
        Mentors = await (from member in db.Members.AsNoTracking().SeenBy(Member)
                         where member.IsActive
                         join leader in db.Members on member.LeaderId equals (MemberId?)leader.Id into leaders
                         from leader in leaders.DefaultIfEmpty()
                         orderby member.Name, member.Subject
                         select new Person(member.Id.Value, member.Name, member.SectionNames, member.IsNamedLeader, member.LeaderId != null, leader.Name, leader.IsActive && leader.Role == MemberRole.MentorLeader))
            .ToListAsync(cancel);
        Leaders = await db.Members.AsNoTracking()
            .Where(member => member.CourseId == Member.CourseId && member.Role == MemberRole.MentorLeader && member.IsActive && !member.IsTestUser)
            .OrderBy(member => member.Name).ThenBy(member => member.Subject)
            .Select(member => new Leader(member.Id.Value, member.Name, db.Members.Count(mentor => mentor.LeaderId == member.Id && mentor.IsActive)))
            .ToListAsync(cancel);
    }

    /// <param name="IsLed">Given to a leader, who may have left meanwhile.</param>
    /// <param name="LeaderLeads">The leader is still in the course, and still a leader.</param>
    public sealed record Person(Guid Id, string? Name, string SectionNames, bool IsLeader, bool IsLed, string? LeaderName, bool LeaderLeads)
    {
        public string Sections => string.Join(", ", Internship.Programmes.SectionNames.Read(SectionNames));
    }

    public sealed record RosterState(bool IsOffered, DateTimeOffset? ReadAt, DateTimeOffset? TriedAt, RosterProblem? Problem);

    public sealed record Leader(Guid Id, string? Name, int Mentors);
}
