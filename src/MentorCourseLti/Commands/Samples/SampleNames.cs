using System.Globalization;

namespace MentorCourseLti.Commands.Samples;

/// <summary>Plain ids that any platform can use, and names that nobody has.</summary>
internal static class SampleNames
{
    // Words from field and forest, those of the practice LMS, so that its people are the same before and after their first launch.
    private static readonly string[] Given = "Amber Basil Clover Dale Ember Fern Glen Hazel Indigo Juniper Kestrel Laurel Maple Nettle Olive Pepper Quill Rowan Sage Tansy Umber Violet Willow Xylem Yarrow Zinnia Aspen Briar Cedar Drift Elder Flint Garnet Heath Ivy Jasper Kelp Linden Moss Nova".Split(' ');
    private static readonly string[] Family = "Finch Brook Marsh Thicket Meadow Pebble Harbour Lantern Orchard Pine Quarry Ridge Sparrow Tide Upland Vale Warbler Acorn Bracken Canyon Dune Estuary Falcon Grove Heron Isle Jay Kite Lagoon Mesa Needle Otter Plover Reed Saddle Tern Wren".Split(' ');

    public static string Context(int course) => string.Create(CultureInfo.InvariantCulture, $"course-{course}");

    public static string Link(int course, int number) => string.Create(CultureInfo.InvariantCulture, $"course-{course}-link-{number}");

    public static string Instructor(int number) => string.Create(CultureInfo.InvariantCulture, $"instructor-{number}");

    public static string Student(int number) => string.Create(CultureInfo.InvariantCulture, $"student-{number}");

    /// <summary>Somebody whom the LMS has never heard of, or no longer knows.</summary>
    public static string Left(string context) => $"{context}-left";

    public static string InstructorName(int number) => $"Instructor {Family[^((number % Family.Length) + 1)]}";

    /// <summary>40 and 37 have no common factor: 1,480 names before one comes again.</summary>
    public static string StudentName(int number) => $"{Given[number % Given.Length]} {Family[number % Family.Length]}";
}
