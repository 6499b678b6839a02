using System.Globalization;
using PracticeLms.Gradebooks;

namespace PracticeLms.Courses;

/// <summary>Builds the campus that every run starts from: the same for the same options. Ids are plain, so that other programs can name them.</summary>
internal static class CampusBuilder
{
    private static readonly string[] Titles =
    [
        "Reflection 1: Why I mentor", "Reflection 2: The first meeting", "Reflection 3: Listening before advising", "Reflection 4: Halfway",
        "Reflection 5: Somebody else's assumptions", "Reflection 6: What stays", "Mentoring log",
    ];

    /// <summary>How many sections, or groups, the mentors of a course are in.</summary>
    private const int Groups = 2;

    public static Campus Build(PracticeLmsOptions options)
    {
        var courses = Enumerable.Range(0, options.Courses).Select(number => Open(number, options)).ToList();
        for (var n = 0; n < options.Members; n++)
        {
            var course = courses[n % courses.Count];
            var (given, family) = InventedNames.Of(n);
            course.Enrol(new($"student-{n}", given, family, CourseRole.Mentor, course.Id, Group: 1 + (course.Mentors.Count % Groups)));
        }

        return new(courses, options.Time);
    }

    private static Course Open(int number, PracticeLmsOptions options)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"course-{number}");
        var section = options.Courses > 1 ? $", section {number + 1}" : "";
        // From the end of the list: no instructor shares a name with the first thousand mentors.
        var (given, family) = InventedNames.Of(InventedNames.Pairs - 1 - (number % 400));
        var course = new Course(
            id,
            "BIO 399",
            $"BIO 399 Mentor Internship{section}",
            new($"instructor-{number}", given, family, CourseRole.Instructor, id),
            new($"test-student-{number}", "Test", "Student", CourseRole.TestStudent, id));

        for (var n = 1; n <= options.Links; n++)
        {
            var link = new CourseLink($"{id}-link-{n}", id, n <= Titles.Length ? Titles[n - 1] : $"Reflection {n - 1}");
            course.Keep(link);
            course.Keep(new LineItem($"{id}-item-{n}", id, new LineItemFacts { Label = link.Title, ScoreMaximum = 20, ResourceLinkId = link.Id }));
        }

        course.Keep(new CourseLink($"{id}-home", id, "Mentor notebook"));
        return course;
    }
}
