using Microsoft.AspNetCore.Mvc;
using PracticeLms.Courses;
using PracticeLms.Gradebooks;
using PracticeLms.Launching;

namespace PracticeLms.Pages;

/// <summary>Everybody's grades for the instructor, one's own for a mentor.</summary>
public sealed class ReadGradebookModel(Campus campus) : CoursePage(campus)
{
    private const int PerPage = 100;

    public IReadOnlyList<LineItem> Columns { get; private set; } = [];

    public IReadOnlyList<Person> People { get; private set; } = [];

    public int Part { get; private set; }

    public int Pages { get; private set; }

    public string MannerTitle => Campus.Manner.Title;

    public IActionResult OnGet(string course, int part = 1)
    {
        if (!Enter(course)) return NotFound();

        IReadOnlyList<Person> all = Person.IsInstructor ? Course.Mentors : [Person];
        Columns = Course.LineItems;
        Pages = Math.Max(1, (all.Count + PerPage - 1) / PerPage);
        Part = Math.Clamp(part, 1, Pages);
        People = [.. all.Skip((Part - 1) * PerPage).Take(PerPage)];
        return Page();
    }

    public ShownCell CellOf(LineItem item, Person person) => new(
        Course.Id, item.Id, person.Id, item.ScoreMaximum, item.FindCell(person.Id)?.Grade ?? Grade.None, Person.IsInstructor,
        WorkErrand.Of(Campus, Course, item, person.Id) is not null);
}
