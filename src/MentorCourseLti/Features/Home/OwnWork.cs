using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Features.Home;

/// <summary>One activity as its mentor sees it on the home page.</summary>
public sealed record OwnWork
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset? OpensAt { get; init; }

    public required DateTimeOffset? EverybodysDueAt { get; init; }

    /// <summary>A date that this mentor has alone.</summary>
    public required DateTimeOffset? OwnDueAt { get; init; }

    public required bool IsExcused { get; init; }

    public DateTimeOffset? DueAt => OwnDueAt ?? EverybodysDueAt;

    public required DateTimeOffset? ClosesAt { get; init; }

    public required int DraftWords { get; init; }

    public required DateTimeOffset? DraftSavedAt { get; init; }

    public required DateTimeOffset? HandedInAt { get; init; }

    public required DateTimeOffset? GradedAt { get; init; }

    public required decimal? Score { get; init; }

    public required decimal? OutOf { get; init; }

    public required string? Comment { get; init; }

    public WorkState State => WorkStates.Of(DraftSavedAt, HandedInAt, GradedAt);

    public bool IsAhead(DateTimeOffset now) => OpensAt is { } opens && now < opens;

    public bool IsClosed(DateTimeOffset now) => ClosesAt is { } closes && now >= closes && !(OwnDueAt > now);

    public bool IsOverdue(DateTimeOffset now) => !IsExcused && DueAt is { } due && now > due;
}

public sealed record ActivitySummary(ActivityId Id, ActivityKind Kind, string Title, DateTimeOffset? DueAt, bool LeadersGrade);

/// <param name="Count">Mentors who have written nothing for it yet.</param>
public sealed record NotStarted(ActivityId Id, string Title, DateTimeOffset DueAt, int Count);

/// <summary>One mentoring log as its mentor sees it on the home page.</summary>
public sealed record OwnLog(Guid Id, string Title, decimal Goal, int ApprovedMinutes, int WaitingMinutes, int Returned)
{
    public Hours Hours => new(ApprovedMinutes, WaitingMinutes, Goal);
}

/// <summary>A participation grade, of which its own page says how far the mentor has come.</summary>
public sealed record OwnStanding(Guid Id, string Title);

/// <param name="HandedIn">Attempts that stand.</param>
/// <param name="ToGrade">Those of them without a released assessment.</param>
public sealed record ActivityCount(ActivityId ActivityId, int HandedIn, int ToGrade);

public sealed record DeliveryCount(DeliveryState State, int Count);

/// <param name="NeedAttention">Those of them that somebody should know about.</param>
public sealed record WaitingEntries(ActivityId ActivityId, int Count, int NeedAttention);
