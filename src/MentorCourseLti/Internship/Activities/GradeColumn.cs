using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Activities;

/// <summary>The gradebook column that an activity has by one of its links. An activity that two links open may have two.</summary>
public sealed class GradeColumn
{
    public required GradeColumnId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required ActivityId ActivityId { get; init; }

    public required CourseLinkId LinkId { get; init; }

    /// <summary>The column's address. None until the LMS names it or we have found or made it.</summary>
    public string? LineItemUrl { get; set; }
}
