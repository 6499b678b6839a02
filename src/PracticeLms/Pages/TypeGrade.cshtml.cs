using Microsoft.AspNetCore.Mvc;
using PracticeLms.Courses;
using PracticeLms.Gradebooks;

namespace PracticeLms.Pages;

/// <summary>One cell: what stands in it, what the tool has sent, and the teacher's own grade.</summary>
public sealed class TypeGradeModel(Campus campus) : CoursePage(campus)
{
    public LineItem Item { get; private set; } = null!;

    public Person Student { get; private set; } = null!;

    public Cell? Cell => Item.FindCell(Student.Id);

    public string? Typed { get; private set; }

    public IReadOnlyList<ReceivedScore> History => [.. (Cell?.History ?? []).Reverse()];

    public ShownCell Shown => new(Course.Id, Item.Id, Student.Id, Item.ScoreMaximum, Cell?.Grade ?? Grade.None, MayEdit: false, HasWork: false);

    public IActionResult OnGet(string course, string item, string person)
    {
        if (!Find(course, item, person)) return NotFound();

        Typed = Cell?.Grade.TypedScore is { } typed ? Words.Points(typed) : null;
        return Page();
    }

    public IActionResult OnPostSave(string course, string item, string person, string? score)
    {
        if (!Find(course, item, person)) return NotFound();

        Typed = score;
        var points = Words.Read(score);
        if (!string.IsNullOrWhiteSpace(score) && points is not (>= 0 and <= 10_000))
        {
            ModelState.AddModelError(nameof(score), "A grade is a number from 0 to 10000.");
            return Page();
        }

        Campus.TypeGrade(Item, Student, points);
        Say(points is null ? "The tool's grade shows again." : "The grade was saved.");
        return RedirectToPage("/ReadGradebook", new { course });
    }

    private bool Find(string course, string item, string person)
    {
        if (!EnterAsInstructor(course) || Course.FindLineItem(item) is not { } found) return false;
        if (Course.Mentors.FirstOrDefault(mentor => mentor.Id == person) is not { } student) return false;

        (Item, Student) = (found, student);
        return true;
    }
}
