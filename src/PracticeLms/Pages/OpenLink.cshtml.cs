using Microsoft.AspNetCore.Mvc;
using PracticeLms.Courses;
using PracticeLms.Manners;

namespace PracticeLms.Pages;

/// <summary>The tool in a frame.</summary>
public sealed class OpenLinkModel(Campus campus) : CoursePage(campus)
{
    public CourseLink Link { get; private set; } = null!;

    /// <summary>LTI platform storage: Canvas's page answers a frame that asks it to keep something.</summary>
    public bool KeepsData => Campus.Manner == Manner.Canvas && Campus.Settings.KeepsData;

    public IActionResult OnGet(string course, string link)
    {
        if (!Enter(course) || Course.FindLink(link) is not { } found) return NotFound();

        Link = found;
        return Page();
    }
}
