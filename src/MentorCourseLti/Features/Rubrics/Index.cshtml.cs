using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>The course's rubrics: to edit, to copy, and to remove where nothing is judged by them.</summary>
public sealed class IndexModel(CourseDb db, TimeProvider clock, IStringLocalizer<IndexModel> text) : MemberPage
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        Rows = await (from rubric in db.Rubrics.AsNoTracking()
                      where rubric.CourseId == Member.CourseId
                      orderby rubric.Title, rubric.Id
                      select new Row(rubric, db.Activities.Count(activity => activity.RubricId == rubric.Id))).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostCopyAsync(Guid rubric, CancellationToken cancel)
    {
        if (await FindAsync(rubric, cancel) is not { } original)
            return NotFound();
        var copy = original.Copy(RubricId.New(clock.GetUtcNow()), text["CopyOf", original.Title]);
        db.Add(copy);
        await db.SaveChangesAsync(cancel);
        return RedirectToPage("Edit", new { id = copy.Id.Value });
    }

    /// <summary>Only where nothing is judged by it: the button is not there otherwise.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid rubric, CancellationToken cancel)
    {
        if (await FindAsync(rubric, cancel) is not { } unused || await db.Activities.AnyAsync(activity => activity.RubricId == unused.Id, cancel))
            return NotFound();
        db.Remove(unused);
        await db.SaveChangesAsync(cancel);
        return RedirectToPage();
    }

    private async Task<Rubric?> FindAsync(Guid id, CancellationToken cancel) => Member.MayAssess
        ? await db.Rubrics.SingleOrDefaultAsync(rubric => rubric.Id == new RubricId(id) && rubric.CourseId == Member.CourseId, cancel)
        : null;

    public sealed record Row(Rubric Rubric, int Uses);
}
