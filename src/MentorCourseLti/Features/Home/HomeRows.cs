using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;

namespace MentorCourseLti.Features.Home;

/// <summary>An activity with what those whom the reader looks after did for it.</summary>
public sealed record ActivitySummary(ActivityId Id, ActivityKind Kind, string Title, DateTimeOffset? DueAt, bool LeadersGrade)
{
    /// <summary>Attempts without a released assessment.</summary>
    public required int ToGrade { get; init; }

    public required int Graded { get; init; }

    /// <summary>Attempts that stand.</summary>
    public int HandedIn => ToGrade + Graded;

    /// <summary>Log entries to approve.</summary>
    public required int EntriesWaiting { get; init; }

    /// <summary>Those of them that somebody should know about.</summary>
    public required int NeedAttention { get; init; }
}

/// <param name="Count">Mentors who have written nothing for it yet.</param>
public sealed record NotStarted(ActivityId Id, string Title, DateTimeOffset DueAt, int Count);

/// <summary>A mentoring log as its mentor sees it on the home page, or a participation grade.</summary>
public sealed record OwnCount(Guid Id, ActivityKind Kind, string Title, decimal Goal, int ApprovedMinutes, int WaitingMinutes, int Returned)
{
    public Hours Hours => new(ApprovedMinutes, WaitingMinutes, Goal);
}

public sealed record DeliveryCount(DeliveryState State, int Count);
