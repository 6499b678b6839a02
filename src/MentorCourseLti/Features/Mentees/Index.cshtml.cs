using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Groups;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Mentees;

/// <summary>The programme's mentees and school partners.</summary>
[LongPage]
public sealed class IndexModel(CourseDb db, MenteeDesk desk, IStringLocalizer<IndexModel> text) : MemberPage
{
    public const string Give = "give";
    public const string Leave = "leave";

    private const int LongestPartner = 200;

    public IReadOnlyList<MenteeRow> Mentees { get; private set; } = [];

    public IReadOnlyList<GroupChoice> Groups { get; private set; } = [];

    public IReadOnlyList<SchoolPartner> Partners { get; private set; } = [];

    public IReadOnlyCollection<Guid> Chosen { get; private set; } = [];

    /// <summary>What was typed and is not stored.</summary>
    public string Names { get; private set; } = "";

    public Guid? GroupOfNames { get; private set; }

    public string PartnerName { get; private set; } = "";

    public string? Error { get; private set; }

    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? changed, int? added, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        await ReadAsync(cancel);
        Done = added is { } some ? Said("Added", some) : changed is { } others ? Said("Changed", others) : null;
        return Page();
    }

    /// <summary>Takes in names, one a line.</summary>
    public async Task<IActionResult> OnPostAddAsync(string? names, Guid? group, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        await ReadAsync(cancel);
        (Names, GroupOfNames) = (PlainText.Lines(names), group);
        var list = NameList.Read(names);
        if (list.Count is 0 or > MenteeDesk.MostAtOnce)
            ModelState.AddModelError(nameof(names), list.Count == 0 ? text["NamesMissing"] : text["NamesTooMany", MenteeDesk.MostAtOnce]);
        else if (list.FirstOrDefault(name => name.Length > Mentee.LongestName) is { } tooLong)
            ModelState.AddModelError(nameof(names), text["NameTooLong", tooLong.Excerpt(40), Mentee.LongestName]);
        if (group is { } given && !Groups.Any(one => one.Id == given))
            ModelState.AddModelError(nameof(group), text["NoSuchGroup"]);
        if (!ModelState.IsValid)
            return Page();
        if (await desk.AddAsync(Member.ProgrammeId, list, group is { } id ? new GroupId(id) : null, cancel))
            return RedirectToPage(new { added = list.Count });
        ModelState.AddModelError(nameof(group), text["GroupFull", Group.MostMentees]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid[] mentees, Guid? to, string? go, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        await ReadAsync(cancel);
        Chosen = mentees;
        Error = mentees.Length == 0 ? text["ChooseSome"].Value
            : go is not (Give or Leave) ? text["ChooseWhat"].Value
            : to is { } given && !Groups.Any(one => one.Id == given) ? text["NoSuchGroup"].Value
            : go == Give && to is { } full && !await desk.HasRoomAsync(new GroupId(full), mentees.Length, cancel) ? text["GroupFull", Group.MostMentees].Value
            : null;
        if (Error is not null)
            return Page();
        int changed = go == Leave ? await desk.LeaveAsync(Member.ProgrammeId, mentees, cancel) : await desk.GiveAsync(Member.ProgrammeId, mentees, to is { } id ? new GroupId(id) : null, cancel);
        return RedirectToPage(new { changed });
    }

    public async Task<IActionResult> OnPostPartnerAsync(string? name, Guid? remove, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        if (remove is { } gone)
        {
            await desk.RemovePartnerAsync(Member.ProgrammeId, gone, cancel);
            return RedirectToPage();
        }

        string? line = PlainText.Line(name, int.MaxValue);
        string? problem = line is null ? text["PartnerMissing"].Value : line.Length > LongestPartner ? text["PartnerTooLong", LongestPartner].Value : null;
        if (problem is null && await desk.AddPartnerAsync(Member.ProgrammeId, line!, cancel))
            return RedirectToPage();
        ModelState.AddModelError("partner", problem ?? text["PartnerKnown"].Value);
        PartnerName = line ?? "";
        await ReadAsync(cancel);
        return Page();
    }

    private string Said(string what, int count) => count == 1 ? text[$"{what}.One"] : text[$"{what}.Many", count];

    private async Task ReadAsync(CancellationToken cancel)
    {
        var programme = Member.ProgrammeId;
        Mentees = await (from mentee in db.Mentees.AsNoTracking()
                         where mentee.ProgrammeId == programme && mentee.LeftAt == null
                         join one in db.Groups on mentee.GroupId equals (GroupId?)one.Id into groups
                         from one in groups.DefaultIfEmpty()
                         orderby one.Name, mentee.Name, mentee.Id
                         select new MenteeRow(mentee.Id.Value, mentee.Name, one.Name)).ToListAsync(cancel);
        Groups = await db.Groups.Where(one => one.ProgrammeId == programme && one.EndedAt == null).OrderBy(one => one.Name).Select(one => new GroupChoice(one.Id.Value, one.Name)).ToListAsync(cancel);
        Partners = await db.SchoolPartners.AsNoTracking().Where(partner => partner.ProgrammeId == programme).OrderBy(partner => partner.Name).ToListAsync(cancel);
    }

    public sealed record MenteeRow(Guid Id, string Name, string? Group);

    public sealed record GroupChoice(Guid Id, string Name);
}
