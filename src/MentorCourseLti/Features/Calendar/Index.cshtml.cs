using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Features.Calendar;

/// <summary>The address for a member's own calendar: made, made anew, taken back.</summary>
[OpenInArchive]
public sealed class IndexModel(CalendarDesk desk, IOptions<MentorCourseOptions> options) : MemberPage
{
    /// <summary>The feed that is in use.</summary>
    public CalendarFeed? Feed { get; private set; }

    /// <summary>Its address, right after it was made and never again.</summary>
    public string? Address { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!MayHaveOne)
            return NotFound();
        Feed = await desk.FindAsync(Member, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool revoke, CancellationToken cancel)
    {
        if (!MayHaveOne)
            return NotFound();
        if (revoke)
        {
            await desk.RevokeAsync(Member, cancel);
            return RedirectToPage();
        }

        Address = CalendarPage.AddressOf(options.Value.PublicUri, await desk.MakeAsync(Member, cancel));
        Feed = await desk.FindAsync(Member, cancel);
        return Page();
    }

    private bool MayHaveOne => Member.Supervises || Member.MayHandIn;
}
