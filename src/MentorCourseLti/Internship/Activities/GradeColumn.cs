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

    /// <summary>The LMS names an address for it.</summary>
    public ColumnNews Hear(string lineItemUrl)
    {
        var news = LineItemUrl is null ? ColumnNews.Found : LineItemUrl != lineItemUrl ? ColumnNews.Another : LostAt is not null ? ColumnNews.Found : ColumnNews.None;
        (LineItemUrl, LostAt) = (lineItemUrl, null);
        return news;
    }

    /// <summary>The column is looked for anew, and made where it is nowhere.</summary>
    public void MakeAgain() => (LineItemUrl, LostAt) = (null, null);
}

/// <summary>What it means for grades that an LMS names a column's address.</summary>
public enum ColumnNews
{
    None,

    /// <summary>The column is there, at last or again: what was given up for want of it can be sent.</summary>
    Found,

    /// <summary>It is another column than before, in which nothing stands yet.</summary>
    Another,
}
