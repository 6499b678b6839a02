using Microsoft.AspNetCore.Mvc;
using PracticeLms.Courses;
using PracticeLms.Gradebooks;

namespace PracticeLms.Pages;

public sealed class EditLinkModel(Campus campus) : CoursePage(campus)
{
    [BindProperty]
    public LinkForm Form { get; set; } = new();

    public CourseLink Link { get; private set; } = null!;

    public IReadOnlyList<LineItem> Columns => Course.LineItemsOf(Link);

    public IActionResult OnGet(string course, string link)
    {
        if (!Find(course, link)) return NotFound();

        Form = new()
        {
            Title = Link.Title,
            HasColumn = Columns.Count > 0,
            Points = Words.Points(Columns is [var first, ..] ? first.ScoreMaximum : 20),
        };
        return Page();
    }

    public IActionResult OnPostSave(string course, string link)
    {
        if (!Find(course, link)) return NotFound();

        foreach (var (field, sentence) in Form.Faults()) ModelState.AddModelError(field, sentence);
        if (!ModelState.IsValid) return Page();

        Campus.Rename(Link, Form.Title!.Trim());
        SaveColumn();
        Say("Saved.");
        return RedirectToPage("/OpenCourse", new { course });
    }

    public IActionResult OnPostDeleteColumn(string course, string link, string item)
    {
        if (!Find(course, link) || Columns.FirstOrDefault(column => column.Id == item) is not { } found) return NotFound();

        Campus.Remove(found);
        Say($"The column “{found.Label}” was deleted.");
        return RedirectToPage("/EditLink", new { course, link });
    }

    public IActionResult OnPostDeleteLink(string course, string link)
    {
        if (!Find(course, link)) return NotFound();

        Campus.Remove(Course, Link);
        Say($"“{Link.Title}” was deleted.");
        return RedirectToPage("/OpenCourse", new { course });
    }

    // An unticked box deletes nothing: that has a button of its own.
    private void SaveColumn()
    {
        if (Form.ReadPoints is not { } points) return;

        var title = Form.Title!.Trim();
        if (Columns is [var first, ..]) Campus.Change(first, first.Facts with { Label = title, ScoreMaximum = points });
        else Campus.AddLineItem(Course, new() { Label = title, ScoreMaximum = points, ResourceLinkId = Link.Id });
    }

    private bool Find(string course, string link)
    {
        if (!EnterAsInstructor(course) || Course.FindLink(link) is not { } found) return false;

        Link = found;
        return true;
    }
}
