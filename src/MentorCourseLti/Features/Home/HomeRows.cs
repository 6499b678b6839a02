using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;

namespace MentorCourseLti.Features.Home;

public sealed record ActivitySummary(ActivityId Id, ActivityKind Kind, string Title, DateTimeOffset? DueAt, bool LeadersGrade);

/// <param name="Count">Mentors who have written nothing for it yet.</param>
public sealed record NotStarted(ActivityId Id, string Title, DateTimeOffset DueAt, int Count);

/// <summary>A mentoring log as its mentor sees it on the home page, or a participation grade.</summary>
public sealed record OwnCount(Guid Id, ActivityKind Kind, string Title, decimal Goal, int ApprovedMinutes, int WaitingMinutes, int Returned)
{
    public Hours Hours => new(ApprovedMinutes, WaitingMinutes, Goal);
}

/// <param name="HandedIn">Attempts that stand.</param>
/// <param name="ToGrade">Those of them without a released assessment.</param>
public sealed record ActivityCount(ActivityId ActivityId, int HandedIn, int ToGrade);

public sealed record DeliveryCount(DeliveryState State, int Count);

/// <param name="NeedAttention">Those of them that somebody should know about.</param>
public sealed record WaitingEntries(ActivityId ActivityId, int Count, int NeedAttention);
