namespace MentorCourseLti.Internship.Activities;

/// <summary>The times of an activity as they are for one mentor.</summary>
/// <param name="ResubmitUntil">Until then graded work may be written and handed in once more.</param>
/// <param name="IsExcused">The work is not asked of this mentor.</param>
public sealed record OwnTerms(DateTimeOffset? OpensAt, DateTimeOffset? DueAt, DateTimeOffset? ClosesAt, DateTimeOffset? ResubmitUntil, bool IsExcused)
{
    /// <param name="ownDueAt">A date that this mentor has alone: where it is later than the work closes, the work closes then.</param>
    public static OwnTerms Of(DateTimeOffset? opensAt, DateTimeOffset? dueAt, DateTimeOffset? closesAt, DateTimeOffset? resubmitUntil, DateTimeOffset? ownDueAt, bool isExcused) =>
        new(opensAt, ownDueAt ?? dueAt, closesAt < ownDueAt ? ownDueAt : closesAt, resubmitUntil, isExcused);

    public bool IsAhead(DateTimeOffset now) => OpensAt is { } opens && now < opens;

    public bool IsClosed(DateTimeOffset now) => ClosesAt is { } closes && now >= closes;

    /// <summary>What is not asked of a mentor is never late.</summary>
    public bool IsLate(DateTimeOffset handedInAt) => !IsExcused && DueAt is { } due && handedInAt > due;

    public bool MayResubmit(DateTimeOffset now) => ResubmitUntil is { } until && now < until;
}
