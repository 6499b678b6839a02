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

    /// <summary>When the LMS said that the column is gone from its gradebook. A person may have it made again.</summary>
    public DateTimeOffset? LostAt { get; set; }

    /// <summary>Set when the link began to open another activity, or the run was archived: nothing more goes to it.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    /// <summary>The LMS names an address for it. True where that is news to grades that had none.</summary>
    public bool Hear(string lineItemUrl)
    {
        bool isNews = LineItemUrl is null || LostAt is not null;
        (LineItemUrl, LostAt) = (lineItemUrl, null);
        return isNews;
    }

    /// <summary>The column is looked for anew, and made where it is nowhere.</summary>
    public void MakeAgain() => (LineItemUrl, LostAt) = (null, null);
}
