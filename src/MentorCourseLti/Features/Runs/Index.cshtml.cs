using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Runs;

/// <summary>Where an instructor puts this run away, before the course is used for the next one.</summary>
[OpenInArchive]
public sealed class IndexModel(CourseDb db, RunDesk runs) : MemberPage
{
    public Course Course { get; private set; } = null!;

    public int Mentors { get; private set; }

    public int Activities { get; private set; }

    /// <summary>The context has begun another run: this one cannot be taken back.</summary>
    public bool HasNext { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        Course = await db.Courses.AsNoTracking().SingleAsync(one => one.Id == Member.CourseId, cancel);
        Mentors = await db.Members.CountAsync(one => one.CourseId == Member.CourseId && one.Role == MemberRole.Mentor && !one.IsTestUser, cancel);
        Activities = await db.Activities.CountAsync(one => one.CourseId == Member.CourseId, cancel);
        HasNext = Course.ArchivedAt is not null && await runs.NextRunAsync(Course, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool back, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        if (back)
            await runs.TakeBackAsync(Member.CourseId, cancel);
        else
            await runs.ArchiveAsync(Member.CourseId, cancel);
        return RedirectToPage();
    }
}
