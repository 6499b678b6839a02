using Microsoft.AspNetCore.Mvc;
using PracticeLms.Courses;
using PracticeLms.Gradebooks;
using PracticeLms.Launching;

namespace PracticeLms.Pages;

/// <summary>The work behind a cell of the gradebook, in the tool.</summary>
public sealed class OpenWorkModel(Campus campus) : CoursePage(campus)
{
    public LineItem Column { get; private set; } = null!;

    public Person Of { get; private set; } = null!;

    public IActionResult OnGet(string course, string item, string of)
    {
        if (!Enter(course) || Course.FindLineItem(item) is not { } column || Campus.FindPerson(of) is not { } person || !(Person.IsInstructor || Person.Id == of)) return NotFound();
        if (WorkErrand.Of(Campus, Course, column, of) is null) return NotFound();

        (Column, Of) = (column, person);
        return Page();
    }
}
