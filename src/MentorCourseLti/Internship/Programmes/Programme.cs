namespace MentorCourseLti.Internship.Programmes;

/// <summary>One mentoring year. It outlives the LMS course shells it runs in, and owns groups, mentees and sessions.</summary>
public sealed class Programme
{
    public required ProgrammeId Id { get; init; }

    public required string Title { get; set; }

    /// <summary>IANA zone in which its weekly slots are meant.</summary>
    public required string TimeZone { get; set; }

    public required DateTimeOffset StartedAt { get; init; }
}
