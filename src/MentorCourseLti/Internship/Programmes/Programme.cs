namespace MentorCourseLti.Internship.Programmes;

/// <summary>One mentoring year. It outlives the LMS course shells it runs in.</summary>
public sealed class Programme
{
    public required ProgrammeId Id { get; init; }

    public required string Title { get; set; }

    public required DateTimeOffset StartedAt { get; init; }
}
