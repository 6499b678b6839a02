using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using PracticeLms.Courses;
using PracticeLms.Manners;

namespace PracticeLms.Pages;

public sealed class OpenCourseModel(Campus campus) : CoursePage(campus)
{
    public bool OffersStudentView => Person.IsInstructor && Campus.Manner == Manner.Canvas;

    /// <summary>How many links were just made of what was picked.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Made { get; set; }

    public IActionResult OnGet(string course) => Enter(course) ? Page() : NotFound();

    public async Task<IActionResult> OnPostStudentViewAsync(string course)
    {
        if (!EnterAsInstructor(course)) return NotFound();

        await HttpContext.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.Name, Course.TestStudent.Id)], CookieAuthenticationDefaults.AuthenticationScheme)));
        return RedirectToPage();
    }

    public string ColumnsOf(CourseLink link) => Course.LineItemsOf(link) switch
    {
        [] => "No gradebook column",
        [var only] => $"{Words.Points(only.ScoreMaximum)} points",
        var several => Words.Count(several.Count, "column", "columns"),
    };
}
