using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Sessions;

/// <summary>The address at which a person's calendar reads the sessions of a programme. Whoever has it can read them: it is made by that person, and can be taken back.</summary>
public sealed class CalendarFeed
{
    public required CalendarFeedId Id { get; init; }

    public required ProgrammeId ProgrammeId { get; set; }

    /// <summary>The person, in whichever course of the programme.</summary>
    public required string Subject { get; init; }

    /// <summary>SHA-256 of the secret in the address. The secret itself is kept nowhere.</summary>
    public required byte[] SecretDigest { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}
