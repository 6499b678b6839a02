namespace MentorCourseLti.Data;

public enum ArchiveState
{
    Running = 0,

    /// <summary>All of it was sent.</summary>
    Complete = 1,

    /// <summary>It broke off: whoever downloaded it went away, or something went wrong here.</summary>
    Broken = 2,
}

/// <summary>
/// The last download of a course, or of a mentor's own work. There is one of each at a time, whichever node sends it; in the database, so that
/// every node can say how far it is.
/// </summary>
public sealed class ArchiveRun
{
    /// <summary>Who sends it goes on saying so; a node that fell over does not.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <summary>Id of the course, or of the mentor.</summary>
    public required Guid Of { get; init; }

    public ArchiveState State { get; private set; }

    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>Mentors whose work is in it so far.</summary>
    public int Done { get; private set; }

    public int All { get; private set; }

    /// <summary>Raised by every start, so that of two at once only one begins.</summary>
    public int Number { get; private set; }

    public bool IsRunning(DateTimeOffset now) => State is ArchiveState.Running && now - SeenAt < Silence;

    /// <summary>What became of it; one of which nothing was heard for long broke off.</summary>
    public ArchiveState StateAt(DateTimeOffset now) => State is ArchiveState.Running && !IsRunning(now) ? ArchiveState.Broken : State;

    public void Start(int all, DateTimeOffset now)
    {
        (State, SeenAt, Done, All) = (ArchiveState.Running, now, 0, all);
        Number++;
    }
}
