using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Features.Assess;

/// <summary>One attempt that waits to be graded.</summary>
/// <param name="Name">The author's; none where the activity is graded without names, or the LMS tells none.</param>
/// <param name="Number">1 for a first attempt.</param>
/// <param name="IsBegun">Somebody has saved something of a grade.</param>
/// <param name="HeldBy">Before whom else it lies open just now.</param>
public sealed record WaitingAttempt(
    AttemptId Id, ActivityId Activity, string Title, string? Name, int Number, int Words, DateTimeOffset HandedInAt, bool IsLate, bool IsBegun, Holder? HeldBy);

/// <param name="Count">How many others wait.</param>
/// <param name="Next">The one that was handed in next; after the last, the first.</param>
public sealed record WaitingAround(int Count, WaitingAttempt? Next, WaitingAttempt? Previous)
{
    public static WaitingAround None { get; } = new(0, null, null);
}

/// <param name="Name">None where the LMS tells none.</param>
public sealed record Holder(string? Name);
