using Microsoft.AspNetCore.Mvc;
using PracticeLms.Courses;

namespace PracticeLms.Pages;

/// <summary>An instructor picks in the tool what new links are to open.</summary>
public sealed class PickContentModel(Campus campus) : CoursePage(campus)
{
    public bool Many { get; private set; }

    public IActionResult OnGet(string course, bool many)
    {
        if (!EnterAsInstructor(course)) return NotFound();

        Many = many;
        return Page();
    }
}
