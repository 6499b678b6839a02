using FluentValidation;
using MentorCourseLti.Data;
using MentorCourseLti.Features.Groups;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Programmes;

/// <summary>The mentoring year: the courses it runs in, and what belongs to all of them.</summary>
public sealed class IndexModel(CourseDb db, ProgrammeDesk desk, SlotPlanner slots, IValidator<ProgrammeForm> validator) : MemberPage
{
    public Programme Programme { get; private set; } = null!;

    public IReadOnlyList<CourseOfYear> Courses { get; private set; } = [];

    /// <summary>How the course came to this programme, where that can be undone.</summary>
    public CourseJoin? Join { get; private set; }

    public bool MayJoinAnother { get; private set; }

    public Counts Count { get; private set; } = null!;

    [BindProperty]
    public ProgrammeForm Form { get; set; } = new();

    public bool IsSaved { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool saved, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
            return NotFound();
        IsSaved = saved;
        Form = new ProgrammeForm { Title = Programme.Title, TimeZone = Programme.TimeZone, WasTimeZone = Programme.TimeZone };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
            return NotFound();
        ModelState.AddErrors(nameof(Form), await validator.ValidateAsync(Form, cancel));
        if (!ModelState.IsValid)
            return Page();
        // A page that was opened before somebody else chose another zone does not put it back.
        bool isOtherZone = Form.TimeZone != Form.WasTimeZone && Form.TimeZone != Programme.TimeZone;
        Programme.Title = Form.TitleLine();
        if (isOtherZone)
            Programme.TimeZone = Form.TimeZone!;
        await db.SaveChangesAsync(cancel);
        // Weekly slots keep their time of the clock.
        if (isOtherZone)
            await slots.ReplanAndSaveAsync(Programme.Id, cancel);
        return RedirectToPage(new { saved = true });
    }

    /// <summary>The course is a year of its own again.</summary>
    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        await desk.UndoAsync(Member.CourseId, cancel);
        return RedirectToPage();
    }

    private async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return false;
        var id = Member.ProgrammeId;
        Programme = await db.Programmes.SingleAsync(one => one.Id == id, cancel);
        Courses = await db.Courses.Where(course => course.ProgrammeId == id).OrderBy(course => course.Id)
            .Select(course => new CourseOfYear(
                course.Id == Member.CourseId, course.Title, course.ArchivedAt,
                db.Members.Where(MemberQueries.IsMentor).Count(member => member.CourseId == course.Id && member.IsActive)))
            .ToListAsync(cancel);
        Count = await CountAsync(id, cancel);
        Join = await desk.JoinOfAsync(Member.CourseId, cancel);
        MayJoinAnother = Join is null && (await desk.OffersAsync(Member, cancel)).Count > 0;
        return true;
    }

    private async Task<Counts> CountAsync(ProgrammeId id, CancellationToken cancel)
    {
        var groups = db.Groups.Where(group => group.ProgrammeId == id && group.EndedAt == null);
        var orphans = groups.Where(group => !group.Mentors.Any(mentor => db.Members.Any(member => member.Subject == mentor.Subject && member.IsActive
            && db.Courses.Any(course => course.Id == member.CourseId && course.ProgrammeId == id))));
        var mentees = db.Mentees.Where(mentee => mentee.ProgrammeId == id && mentee.LeftAt == null);
        return await db.Programmes.Where(one => one.Id == id)
            .Select(one => new Counts(groups.Count(), orphans.Count(), mentees.Count(), mentees.Count(mentee => mentee.GroupId == null))).SingleAsync(cancel);
    }

    public sealed record CourseOfYear(bool IsThis, string Title, DateTimeOffset? ArchivedAt, int Mentors);

    public sealed record Counts(int Groups, int GroupsWithoutMentor, int Mentees, int MenteesWithoutGroup);
}
