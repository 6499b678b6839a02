using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace MentorCourseLti.Features.Programmes;

/// <summary>An instructor says which mentoring year the course is of; the page says first what joining one does.</summary>
public sealed class JoinModel(ProgrammeDesk desk) : MemberPage
{
    public IReadOnlyList<ProgrammeOffer> Offers { get; private set; } = [];

    /// <summary>The programme that was chosen is no longer offered, or something of it changed meanwhile.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        Offers = await desk.OffersAsync(Member, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? programme, CancellationToken cancel)
    {
        if (!Member.MayAssess)
            return NotFound();
        if (programme is not { } chosen)
        {
            await desk.StayAsync(Member.CourseId, cancel);
            return RedirectToPage("/Home/Index");
        }

        if (await desk.JoinAsync(Member, new ProgrammeId(chosen), cancel))
            return RedirectToPage("Index");
        IsStale = true;
        return await OnGetAsync(cancel);
    }
}
