using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PracticeLms.Courses;

namespace PracticeLms.Pages;

/// <summary>Everybody here is in one course: the front page is that course's.</summary>
public sealed class IndexModel(Campus campus) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/OpenCourse", new { course = campus.FindPerson(User.Identity?.Name)!.CourseId });
}
