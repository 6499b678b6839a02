using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>The course's rubrics: to edit, to use, to copy, and to remove where nothing is judged by them. Those of the person's other courses to bring here.</summary>
[LongPage]
public sealed class IndexModel(CourseDb db, RubricDesk desk, RubricLibrary library, IStringLocalizer<IndexModel> text) : MemberPage
{
    public const int MostUses = 3;

    /// <summary>What was looked for.</summary>
    public RubricSearch? Search { get; private set; }

    /// <summary>All of the course's.</summary>
    public IReadOnlyList<OwnRubric> Own { get; private set; } = [];

    /// <summary>Those that were looked for.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public OtherRubrics Elsewhere { get; private set; } = new([], HasMore: false);

    /// <summary>The one of another course that is opened to read.</summary>
    public Guid? Shown { get; private set; }

    /// <summary>The one that was just brought here.</summary>
    public Rubric? Brought { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? find, Guid? show, Guid? brought, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        (Search, Shown) = (RubricSearch.Of(find), show);
        Own = await library.OwnAsync(Member, cancel);
        Rows = Search is { } search
            ? [.. from own in Own let found = search.FindIn(own.Rubric) where found is not null select new Row(own, found)]
            : [.. Own.Select(own => new Row(own, []))];
        Elsewhere = await library.ElsewhereAsync(Member, Search, cancel);
        Brought = Own.FirstOrDefault(own => own.Rubric.Id.Value == brought)?.Rubric;
        return Page();
    }

    public async Task<IActionResult> OnPostCopyAsync(Guid rubric, CancellationToken cancel)
    {
        if (await desk.FindAsync(Member, rubric, cancel) is not { } original)
            return NotFound();
        var copy = desk.Add(Member, text["CopyOf", original.Title], original.Criteria);
        await db.SaveChangesAsync(cancel);
        return RedirectToPage("Edit", new { id = copy.Id.Value });
    }

    /// <summary>A copy, which goes its own way: the other course's stays as it is.</summary>
    public async Task<IActionResult> OnPostBringAsync(Guid rubric, string? find, CancellationToken cancel)
    {
        if (!Member.MayAssess || await library.FindElsewhereAsync(Member, rubric, cancel) is not { } original)
            return NotFound();
        bool isTaken = await db.Rubrics.AnyAsync(one => one.CourseId == Member.CourseId && one.Title == original.Title, cancel);
        var copy = desk.Add(Member, isTaken ? text["CopyOf", original.Title] : original.Title, original.Criteria);
        await db.SaveChangesAsync(cancel);
        return RedirectToPage(new { find, brought = copy.Id.Value });
    }

    /// <summary>Only where nothing is judged by it: the button is not there otherwise.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid rubric, CancellationToken cancel)
    {
        if (await desk.FindAsync(Member, rubric, cancel) is not { } unused || await db.Activities.AnyAsync(activity => activity.RubricId == unused.Id, cancel))
            return NotFound();
        db.Remove(unused);
        await db.SaveChangesAsync(cancel);
        return RedirectToPage();
    }

    /// <summary>Where words were found, as the reader is told.</summary>
    public string FoundIn(IReadOnlyList<FoundPlace> places) =>
        string.Join(", ", places.Select(place => place.Level is { } level ? text["Found.Level", level, place.Criterion] : text["Found.Criterion", place.Criterion]));

    public bool IsHereAlready(Rubric other) => Own.Any(own => RubricDifference.AreSame(own.Rubric.Criteria, other.Criteria));

    /// <param name="Found">Where the words that were looked for are, but for its title.</param>
    public sealed record Row(OwnRubric Own, IReadOnlyList<FoundPlace> Found);
}
