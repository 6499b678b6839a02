using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;

namespace MentorCourseLti.Internship.Sessions;

/// <summary>One meeting of a group: planned from its weekly slot or by itself; then held or cancelled.</summary>
public sealed class Session
{
    public const int LongestGuest = 200;

    /// <summary>None lasts as long: what began before is over, which an index of beginnings can tell.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    public required SessionId Id { get; init; }

    public required GroupId GroupId { get; init; }

    /// <summary>The day of the weekly slot that it stands for, wherever it was moved to; none for one that was planned by itself.</summary>
    public DateOnly? SlotOn { get; init; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>How long it lasts: what hours that are still to come are summed of.</summary>
    public int Minutes { get; private set; }

    public MeetingKind Kind { get; private set; } = MeetingKind.Video;

    public SessionState State { get; private set; }

    /// <summary>A guest speaker, or what is special about it.</summary>
    public string Guest { get; private set; } = "";

    /// <summary>Where it was to be before it was moved.</summary>
    public DateTimeOffset? MovedFrom { get; private set; }

    /// <summary>Who leads it in place of the group's mentors.</summary>
    public string? Substitute { get; private set; }

    /// <summary>Why it is cancelled.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Raised by every change: two who change it notice one another, and calendars take the newest.</summary>
    public int Version { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public bool IsOver(DateTimeOffset now) => EndsAt <= now;

    /// <summary>Its slot planned it and nobody has touched it since: a new slot may put another one in its place.</summary>
    public bool IsAsPlanned => SlotOn is not null && State is SessionState.Planned && MovedFrom is null && Substitute is null && Guest.Length == 0;

    /// <summary>One of a weekly slot.</summary>
    public static Session Plan(GroupId group, PlannedMeeting meeting, MeetingKind kind, DateTimeOffset now) =>
        new Session { Id = SessionId.New(now), GroupId = group, SlotOn = meeting.On, Kind = kind, ChangedAt = now }.At(meeting.StartsAt, meeting.EndsAt);

    /// <summary>One by itself.</summary>
    public static Session Add(GroupId group, DateTimeOffset startsAt, DateTimeOffset endsAt, MeetingKind kind, string guest, string? substitute, DateTimeOffset now) =>
        new Session { Id = SessionId.New(now), GroupId = group, Kind = kind, Guest = guest, Substitute = substitute, ChangedAt = now }.At(startsAt, endsAt);

    /// <summary>Its slot meets at another time from now on.</summary>
    public void Replan(PlannedMeeting meeting, MeetingKind kind, DateTimeOffset now)
    {
        At(meeting.StartsAt, meeting.EndsAt).Kind = kind;
        Change(now);
    }

    /// <summary>Puts it elsewhere, with whoever leads it and comes to it. What is cancelled is planned again by that.</summary>
    public void Arrange(DateTimeOffset startsAt, DateTimeOffset endsAt, MeetingKind kind, string guest, string? substitute, DateTimeOffset now)
    {
        var planned = MovedFrom ?? StartsAt;
        MovedFrom = startsAt == planned ? null : planned;
        At(startsAt, endsAt);
        (Kind, Guest, Substitute) = (kind, guest, substitute);
        if (State is SessionState.Cancelled)
            (State, Reason) = (SessionState.Planned, "");
        Change(now);
    }

    public void Cancel(string reason, DateTimeOffset now)
    {
        (State, Reason) = (SessionState.Cancelled, reason);
        Change(now);
    }

    /// <summary>What its mentor logged of it.</summary>
    public void Tell(EntryFacts facts, DateTimeOffset now)
    {
        (State, Kind) = (facts.WasHeld ? SessionState.Held : SessionState.Cancelled, facts.Kind);
        if (facts.WasHeld)
            Reason = "";
        else if (Reason.Length == 0)
            Reason = facts.Did;
        Change(now);
    }

    private Session At(DateTimeOffset startsAt, DateTimeOffset endsAt)
    {
        (StartsAt, EndsAt, Minutes) = (startsAt, endsAt, (int)(endsAt - startsAt).TotalMinutes);
        return this;
    }

    private void Change(DateTimeOffset now)
    {
        ChangedAt = now;
        Version++;
    }
}
