using MentorCourseLti.Internship.Activities;

namespace MentorCourseLti.Internship.Programmes;

/// <summary>One link in the LMS course that leads to us. It opens an activity once somebody has set it up.</summary>
public sealed class CourseLink
{
    public required CourseLinkId Id { get; init; }

    public required CourseId CourseId { get; init; }

    /// <summary>The LMS's own id of the link (<c>resource_link.id</c>).</summary>
    public required string LmsId { get; init; }

    public string? Title { get; set; }

    public ActivityId? ActivityId { get; set; }

    /// <summary>The activity that the LMS's own link names, as deep linking placed it: in a copied course, one of the run before.</summary>
    public ActivityId? PlacedId { get; set; }

    /// <summary>The link's gradebook column as its newest launch named it; none where the LMS has none or several.</summary>
    public string? LineItemUrl { get; set; }
}
