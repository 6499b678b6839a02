namespace MentorCourseLti.Internship.Mentoring;

/// <summary>What a mentor says of one session.</summary>
/// <param name="Who">First names or aliases of the mentees who took part; never more than that.</param>
/// <param name="NeedsAttention">Somebody who supervises should know about this.</param>
public sealed record EntryFacts(
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, MeetingKind Kind, bool WasHeld, IReadOnlyList<string> Who, string Did, string Next, bool NeedsAttention)
{
    public const int MostPeople = 30;
    public const int LongestText = 10_000;

    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    public TimeSpan Length => EndsAt - StartsAt;

    /// <summary>What is wrong with its times; none where they are plausible.</summary>
    public EntryProblem? ProblemOfTimes(DateTimeOffset now)
    {
        if (EndsAt <= StartsAt)
            return EntryProblem.EndsBeforeItStarts;
        if (Length > LongestSession)
            return EntryProblem.TooLong;
        // What was cancelled may lie ahead; what was held cannot.
        return WasHeld && EndsAt > now ? EntryProblem.NotOverYet : null;
    }

    /// <summary>Whether one person could not have been in both.</summary>
    public bool Overlaps(LogEntry other) => WasHeld && other.Facts.WasHeld && StartsAt < other.Facts.EndsAt && other.Facts.StartsAt < EndsAt;
}
