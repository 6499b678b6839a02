using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PracticeLms.Courses;

namespace PracticeLms.Pages;

/// <summary>A page inside a course, for its members only: to everybody else the course does not exist.</summary>
public abstract class CoursePage(Campus campus) : PageModel
{
    protected Campus Campus { get; } = campus;

    public Course Course { get; private set; } = null!;

    public Person Person { get; private set; } = null!;

    [MemberNotNullWhen(true, nameof(Course), nameof(Person))]
    protected bool Enter(string course)
    {
        if (Campus.FindCourse(course) is not { } found || Campus.FindPerson(User.Identity?.Name) is not { } person || !found.Has(person)) return false;

        (Course, Person) = (found, person);
        return true;
    }

    /// <summary>The same for pages that only the instructor may use.</summary>
    protected bool EnterAsInstructor(string course) => Enter(course) && Person.IsInstructor;

    protected void Say(string sentence) => TempData["Said"] = sentence;
}
