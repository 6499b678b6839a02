using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PracticeLms.Courses;

namespace PracticeLms.Pages;

public sealed class LogInModel(Campus campus) : PageModel
{
    private const int Shown = 100;

    public IReadOnlyList<Course> Courses => campus.Courses;

    public Course Course { get; private set; } = null!;

    public IReadOnlyList<Person> Mentors { get; private set; } = [];

    public int Hidden { get; private set; }

    public string? Find { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet(string? course, string? find)
    {
        Course = campus.FindCourse(course) ?? campus.Courses[0];
        Find = find;
        var found = Course.Mentors.Where(mentor => string.IsNullOrWhiteSpace(find)
            || mentor.Id == find.Trim()
            || mentor.Name.Contains(find.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        Mentors = [.. found.Take(Shown)];
        Hidden = found.Count - Mentors.Count;
    }

    public async Task<IActionResult> OnPostAsAsync(string? person)
    {
        if (campus.FindPerson(person) is not { } found) return NotFound();

        await EnterAsync(found);
        return Url.IsLocalUrl(ReturnUrl) ? Redirect(ReturnUrl) : RedirectToPage("/OpenCourse", new { course = found.CourseId });
    }

    /// <summary>Out of the LMS, or out of the student view and back to being the instructor.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (campus.FindPerson(User.Identity?.Name) is { Role: CourseRole.TestStudent } student && campus.FindCourse(student.CourseId) is { } course)
        {
            await EnterAsync(course.Instructor);
            return RedirectToPage("/OpenCourse", new { course = course.Id });
        }

        await HttpContext.SignOutAsync();
        return RedirectToPage("/LogIn");
    }

    private Task EnterAsync(Person person) => HttpContext.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(
        [new(ClaimTypes.Name, person.Id)], CookieAuthenticationDefaults.AuthenticationScheme)));
}
