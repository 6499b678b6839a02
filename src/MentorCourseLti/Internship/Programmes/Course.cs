namespace MentorCourseLti.Internship.Programmes;

/// <summary>One LMS context (course shell) as launches show it.</summary>
public sealed class Course
{
    public required CourseId Id { get; init; }

    public required ProgrammeId ProgrammeId { get; set; }

    /// <summary>When it was said, by joining another course's programme or by not doing so, which mentoring year the course is of.</summary>
    public DateTimeOffset? ProgrammeSaidAt { get; set; }

    /// <summary>With the deployment and the context, the address of the course in the LMS.</summary>
    public required Guid PlatformId { get; init; }

    public required string DeploymentId { get; init; }

    public required string ContextId { get; init; }

    public required string Title { get; set; }

    public string? Label { get; set; }

    /// <summary>IANA zone in which the course's dates are written and read.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Where the LMS lets us look for and make gradebook columns; none where it does not.</summary>
    public string? LineItemsUrl { get; set; }

    /// <summary>Where the LMS lets us read who is in the course; none where it does not.</summary>
    public string? MembershipsUrl { get; set; }

    /// <summary>When the roster was last read whole.</summary>
    public DateTimeOffset? RosterReadAt { get; set; }

    /// <summary>When reading it was last tried, and why it was in vain.</summary>
    public DateTimeOffset? RosterTriedAt { get; set; }

    public RosterProblem? RosterProblem { get; set; }

    /// <summary>What the LMS permits us in its gradebook, as its launches say: space-separated scopes.</summary>
    public string GradeScopes { get; set; } = "";

    /// <summary>The contexts that the LMS copied this one from, the newest first, as it writes them (<c>$Context.id.history</c>).</summary>
    public string? ContextHistory { get; set; }

    /// <summary>When this run was put away. The LMS's context begins another one with its next launch.</summary>
    public DateTimeOffset? ArchivedAt { get; set; }

    /// <summary>What people call it: the short label where the LMS has one.</summary>
    public string ShortName => string.IsNullOrWhiteSpace(Label) ? Title : Label;

    /// <summary>A course starts in a programme of its own; shells of one mentoring year are joined later.</summary>
    public static (Programme Programme, Course Course) Start(
        Guid platformId, string deploymentId, string contextId, string? title, string? label, string timeZone, DateTimeOffset now)
    {
        string name = title ?? label ?? contextId;
        var programme = new Programme { Id = ProgrammeId.New(now), Title = name, TimeZone = timeZone, StartedAt = now };
        var course = new Course
        {
            Id = CourseId.New(now),
            ProgrammeId = programme.Id,
            PlatformId = platformId,
            DeploymentId = deploymentId,
            ContextId = contextId,
            Title = name,
            Label = label,
            TimeZone = timeZone,
        };
        return (programme, course);
    }
}
