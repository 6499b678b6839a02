using MentorCourseLti.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace MentorCourseLti.Features.Sections;

/// <summary>Narrows the lists to a section, and goes back to the list.</summary>
public sealed class IndexModel(SectionChoice choice) : MemberPage
{
    public IActionResult OnGet() => Member.Supervises ? RedirectToPage("/Home/Index") : NotFound();

    public async Task<IActionResult> OnPostAsync(string? section, string? back, CancellationToken cancel)
    {
        if (!Member.Supervises)
            return NotFound();
        await choice.ChooseAsync(Member, section, cancel);
        return Url.IsLocalUrl(back) ? LocalRedirect(Request.PathBase + back) : RedirectToPage("/Home/Index");
    }
}
