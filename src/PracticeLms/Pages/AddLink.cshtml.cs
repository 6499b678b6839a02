using Microsoft.AspNetCore.Mvc;
using PracticeLms.Courses;

namespace PracticeLms.Pages;

public sealed class AddLinkModel(Campus campus) : CoursePage(campus)
{
    [BindProperty]
    public LinkForm Form { get; set; } = new() { HasColumn = true, Points = "20" };

    public IActionResult OnGet(string course) => EnterAsInstructor(course) ? Page() : NotFound();

    public IActionResult OnPost(string course)
    {
        if (!EnterAsInstructor(course)) return NotFound();

        foreach (var (field, sentence) in Form.Faults()) ModelState.AddModelError(field, sentence);
        if (!ModelState.IsValid) return Page();

        var link = Campus.AddLink(Course, Form.Title!.Trim(), Form.ReadPoints);
        Say($"“{link.Title}” was added.");
        return RedirectToPage("/OpenCourse", new { course });
    }
}
