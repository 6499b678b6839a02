namespace MentorCourseLti.Internship.Submissions;

/// <summary>How handing in went.</summary>
public abstract record HandInResult
{
    private HandInResult()
    {
    }

    public sealed record HandedIn(Attempt Attempt) : HandInResult;

    public sealed record Empty : HandInResult;

    /// <summary>The draft is no longer the text that was shown.</summary>
    public sealed record ChangedElsewhere : HandInResult;

    public sealed record AlreadyHandedIn : HandInResult;

    public sealed record NotOpen : HandInResult;

    public sealed record Closed : HandInResult;
}
