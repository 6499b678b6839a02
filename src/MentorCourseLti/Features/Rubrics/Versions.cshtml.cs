using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.AspNetCore.Mvc;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>What a rubric was, change by change: to read, and to bring back. What was graded keeps the rubric as it was then.</summary>
[LongPage]
public sealed class VersionsModel(RubricDesk desk, RubricLine line) : MemberPage
{
    public Rubric Rubric { get; private set; } = null!;

    public RubricVersions Line { get; private set; } = null!;

    /// <summary>The one to read.</summary>
    public ShownVersion Opened { get; private set; } = null!;

    /// <summary>Only older ones than that are listed.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    /// <summary>The number of the one that was just brought back.</summary>
    public int? BroughtBack { get; private set; }

    /// <summary>Somebody else changed the rubric meanwhile.</summary>
    public bool IsCrossed { get; private set; }

    public bool MayBringBack => Member.ArchivedAt is null && !(Opened.Title == Rubric.Title && RubricDifference.AreSame(Opened.Criteria, Rubric.Criteria));

    public async Task<IActionResult> OnGetAsync(Guid id, int? number, int? back, bool crossed, CancellationToken cancel)
    {
        if (await desk.FindAsync(Member, id, cancel) is not { } found)
            return NotFound();
        (Rubric, BroughtBack, IsCrossed) = (found, back, crossed);
        Line = await line.ReadAsync(found, Before, cancel);
        if (number is { } wanted && Line.Shown.All(version => version.Number != wanted))
            Line = await line.ReadAsync(found, wanted + 1, cancel);
        if (Line.Shown.FirstOrDefault(version => number is null || version.Number == number) is not { } opened)
            return NotFound();
        Opened = opened;
        return Page();
    }

    /// <param name="id">The rubric.</param>
    /// <param name="number">The version to bring back.</param>
    /// <param name="seen">The rubric's version when that was asked for.</param>
    /// <param name="cancel">The request's end.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, int number, int seen, CancellationToken cancel)
    {
        if (await desk.FindAsync(Member, id, cancel) is not { } found || await line.FindAsync(found, number, cancel) is not { } former)
            return NotFound();
        return await desk.ChangeAsync(found, seen, former.Title, former.Criteria, Member, cancel) switch
        {
            RubricChange.Crossed => RedirectToPage(new { id, number, crossed = true }),
            RubricChange.CountsOtherwise => RedirectToPage("Rescore", new { id }),
            _ => RedirectToPage(new { id, back = number }),
        };
    }
}
