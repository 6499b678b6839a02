namespace Lti.Grades;

/// <summary>A column of the gradebook (AGS 2.0, 3.2).</summary>
public sealed record LineItem
{
    /// <summary>Its address, which is its identity; may carry a query. Null before it is made.</summary>
    public Uri? Id { get; init; }

    /// <summary>The column's heading.</summary>
    public required string Label { get; init; }

    /// <summary>The points of a perfect score; more than 0.</summary>
    public required decimal ScoreMaximum { get; init; }

    /// <summary>Our own id of what is graded; need not be unique.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Our own mark to tell columns of one resource apart.</summary>
    public string? Tag { get; init; }

    /// <summary>The link that the column belongs to.</summary>
    public string? ResourceLinkId { get; init; }

    /// <summary>From when work is accepted.</summary>
    public DateTimeOffset? StartDateTime { get; init; }

    /// <summary>Until when work is accepted.</summary>
    public DateTimeOffset? EndDateTime { get; init; }

    /// <summary>That the work can be looked at from the gradebook; null where the platform has none, or does not know it.</summary>
    public SubmissionReview? SubmissionReview { get; init; }
}
