using MentorCourseLti.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace MentorCourseLti.Features.Norming;

/// <summary>The course's norming rounds.</summary>
public sealed class IndexModel(NormingDesk desk) : MemberPage
{
    public IReadOnlyList<RoundRow> Rounds { get; private set; } = [];

    public bool MayMake => Member is { MayAssess: true, ArchivedAt: null };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await desk.MayScoreAsync(Member, cancel))
            return NotFound();
        Rounds = await desk.ListAsync(Member, cancel);
        return Page();
    }
}
