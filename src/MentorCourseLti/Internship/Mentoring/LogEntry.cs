using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Sessions;

namespace MentorCourseLti.Internship.Mentoring;

/// <summary>What a mentor recorded of one session, and what the instructor said of it.</summary>
public sealed class LogEntry
{
    public const int LongestNote = 2_000;

    public required LogEntryId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required ActivityId ActivityId { get; init; }

    public required MemberId MemberId { get; init; }

    /// <summary>The planned session that it tells of; none for one that was not planned here.</summary>
    public SessionId? SessionId { get; init; }

    /// <summary>The group that met in it.</summary>
    public GroupId? GroupId { get; init; }

    public required DateTimeOffset LoggedAt { get; init; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>What counts toward the goal once it is approved; none for a session that was cancelled.</summary>
    public int Minutes { get; private set; }

    public MeetingKind Kind { get; private set; }

    public bool WasHeld { get; private set; }

    public IReadOnlyList<string> Who { get; private set; } = [];

    public string Did { get; private set; } = "";

    public string Next { get; private set; } = "";

    public bool NeedsAttention { get; private set; }

    public EntryState State { get; private set; }

    /// <summary>What the instructor says of it.</summary>
    public string Note { get; private set; } = "";

    public MemberId? ReviewerId { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>Raised by every change, so that a change and a review that cross are noticed.</summary>
    public int Version { get; private set; }

    public EntryFacts Facts => new(StartsAt, EndsAt, Kind, WasHeld, Who, Did, Next, NeedsAttention);

    /// <summary>Writes down what the mentor says. What was returned waits again.</summary>
    public EntryProblem? Tell(EntryFacts facts, DateTimeOffset now)
    {
        if (State is EntryState.Approved)
            return EntryProblem.AlreadyApproved;
        if (facts.ProblemOfTimes(now) is { } problem)
            return problem;

        (StartsAt, EndsAt, Kind, WasHeld) = (facts.StartsAt, facts.EndsAt, facts.Kind, facts.WasHeld);
        (Who, Did, Next, NeedsAttention) = (facts.Who, facts.Did, facts.Next, facts.NeedsAttention);
        Minutes = facts.WasHeld ? (int)Math.Round(facts.Length.TotalMinutes) : 0;
        State = EntryState.Waiting;
        Version++;
        return null;
    }

    public void Approve(MemberId reviewer, string note, DateTimeOffset now) => Review(EntryState.Approved, reviewer, note, now);

    public void Return(MemberId reviewer, string note, DateTimeOffset now) => Review(EntryState.Returned, reviewer, note, now);

    private void Review(EntryState state, MemberId reviewer, string note, DateTimeOffset now)
    {
        (State, ReviewerId, ReviewedAt) = (state, reviewer, now);
        if (note.Length > 0 || state is EntryState.Returned)
            Note = note;
        Version++;
    }
}
