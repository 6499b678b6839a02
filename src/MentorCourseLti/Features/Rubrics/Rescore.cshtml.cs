using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>After levels were given other points: which grades would come out otherwise, to be counted anew or left as they are.</summary>
[LongPage]
public sealed class RescoreModel(CourseDb db, RubricRescore rescore) : MemberPage
{
    public Rubric Rubric { get; private set; } = null!;

    public IReadOnlyList<RescoredGrade> Grades { get; private set; } = [];

    /// <summary>Another grader was at one of them at that moment.</summary>
    public bool IsCrossed { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, bool crossed, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } found)
            return NotFound();
        (Rubric, IsCrossed) = (found, crossed);
        Grades = await rescore.PreviewAsync(found, Time, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } found)
            return NotFound();
        return await rescore.ApplyAsync(found, Time, cancel) is { } count ? RedirectToPage("Edit", new { id, rescored = count }) : RedirectToPage(new { id, crossed = true });
    }

    private Task<Rubric?> FindAsync(Guid id, CancellationToken cancel) => Member is { MayAssess: true, ArchivedAt: null }
        ? db.Rubrics.FirstOrDefaultAsync(rubric => rubric.Id == new RubricId(id) && rubric.CourseId == Member.CourseId, cancel)
        : Task.FromResult<Rubric?>(null);
}
