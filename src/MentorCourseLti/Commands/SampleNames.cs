using System.Globalization;

namespace MentorCourseLti.Commands;

/// <summary>Plain ids that any platform can use, and names that nobody has.</summary>
internal static class SampleNames
{
    private static readonly string[] First = ["Amber", "Basil", "Coral", "Dale", "Ember", "Fern", "Gale", "Hazel", "Iris", "Jasper", "Kestrel", "Linden", "Maple", "Nova", "Olive", "Pearl", "Quill", "River", "Sage", "Teal"];
    private static readonly string[] Last = ["Finch", "Heron", "Wren", "Otter", "Lynx", "Marten", "Plover", "Tern", "Vole", "Newt", "Moth"];

    public static string Context(int course) => string.Create(CultureInfo.InvariantCulture, $"course-{course}");

    public static string Link(int course, int number) => string.Create(CultureInfo.InvariantCulture, $"course-{course}-link-{number}");

    public static string Instructor(int number) => string.Create(CultureInfo.InvariantCulture, $"instructor-{number}");

    public static string Student(int number) => string.Create(CultureInfo.InvariantCulture, $"student-{number}");

    public static string InstructorName(int number) => $"Instructor {Last[number % Last.Length]}";

    /// <summary>Twenty and eleven have no common factor: 220 names before one comes again.</summary>
    public static string StudentName(int number) => $"{First[number % First.Length]} {Last[number % Last.Length]}";
}
