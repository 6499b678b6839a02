namespace MentorCourseLti.Internship.Activities;

/// <summary>The times of an activity as they are for one mentor.</summary>
/// <param name="ResubmitUntil">Until then graded work may be written and handed in once more.</param>
/// <param name="IsExcused">The work is not asked of this mentor.</param>
public sealed record OwnTerms(DateTimeOffset? OpensAt, DateTimeOffset? DueAt, DateTimeOffset? ClosesAt, DateTimeOffset? ResubmitUntil, bool IsExcused)
{
    public bool IsAhead(DateTimeOffset now) => OpensAt is { } opens && now < opens;

    public bool IsClosed(DateTimeOffset now) => ClosesAt is { } closes && now >= closes;

    public bool IsLate(DateTimeOffset handedInAt) => DueAt is { } due && handedInAt > due;

    public bool MayResubmit(DateTimeOffset now) => ResubmitUntil is { } until && now < until;
}
