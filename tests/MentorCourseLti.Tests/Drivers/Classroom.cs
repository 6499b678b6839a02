using PracticeLms.Courses;
using PracticeLms.Gradebooks;

namespace MentorCourseLti.Tests.Drivers;

/// <summary>An LMS course of one story, with the people in it.</summary>
public sealed partial class Classroom
{
    public Classroom(World world, LmsHost lms)
    {
        (World, Lms, Course) = (world, lms, lms.NextCourse());
        Number = Course.Id["course-".Length..];
        Instructor = new Person(this, Course.Instructor.Id, new Browser());
    }

    public World World { get; }

    public ToolHost Tool => World.Tool;

    public LmsHost Lms { get; }

    /// <summary>As the LMS has it.</summary>
    public Course Course { get; }

    public string Number { get; }

    public Person Instructor { get; }

    /// <summary>A link with a gradebook column.</summary>
    public string Link => Course.Links[0].Id;

    /// <summary>The link without one.</summary>
    public string HomeLink => Course.Links[^1].Id;

    public LineItem Column => Course.LineItems[0];

    public Person Mentor(int number = 0, Browser? browser = null) => new(this, Course.Mentors[number].Id, browser ?? new Browser());

    /// <summary>Somebody of another course of the same LMS is in this one too, at a browser of their own: the next shell of a mentoring year.</summary>
    public Person Enrols(Person other)
    {
        Lms.Campus.Enrol(Course, Lms.Campus.FindPerson(other.Id)!);
        return new Person(this, other.Id, new Browser());
    }

    public Person TestStudent() => new(this, Course.TestStudent.Id, new Browser());

    /// <summary>What the LMS's gradebook shows for a person.</summary>
    public Grade GradeOf(Person person) => Column.FindCell(person.Id)?.Grade ?? Grade.None;

    /// <summary>What was sent to a person's cell, refused messages too.</summary>
    public IReadOnlyList<ReceivedScore> HistoryOf(Person person) => Column.FindCell(person.Id)?.History ?? [];

    /// <summary>The last message that the LMS took.</summary>
    public ScorePost LastOf(Person person) => HistoryOf(person).Last(received => received.WasTaken).Score;
}
