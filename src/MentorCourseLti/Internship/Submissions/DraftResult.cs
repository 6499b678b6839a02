namespace MentorCourseLti.Internship.Submissions;

/// <summary>How saving a draft went.</summary>
public abstract record DraftResult
{
    private DraftResult()
    {
    }

    public sealed record Saved(int Version, DateTimeOffset At, int Words) : DraftResult;

    /// <summary>Another tab or device saved a different text meanwhile; neither is thrown away.</summary>
    public sealed record ChangedElsewhere(string Text, int Version) : DraftResult;

    public sealed record TooLong(int Characters) : DraftResult;

    public sealed record AlreadyHandedIn : DraftResult;

    public sealed record NotOpen : DraftResult;

    public sealed record Closed : DraftResult;
}
