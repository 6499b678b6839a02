using MentorCourseLti.Hosting.Visits;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorCourseLti.Features.Shared;

/// <summary>A page of somebody in a course. Nobody else gets here: see <see cref="VisitRequired"/>.</summary>
public abstract class MemberPage : PageModel
{
    public CurrentMember Member => HttpContext.Features.Get<CurrentVisit>()?.Member
        ?? throw new InvalidOperationException("A member's page without a member.");

    public CourseTime Time => new(Member.TimeZone);
}
