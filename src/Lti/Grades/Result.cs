namespace Lti.Grades;

/// <summary>What stands in the gradebook for one person (AGS 2.0, 3.3).</summary>
public sealed record Result
{
    /// <summary>The person: the launch's <c>sub</c>.</summary>
    public required string UserId { get; init; }

    /// <summary>
    /// The points on the scale of <see cref="ResultMaximum"/>. Moodle leaves it out when it is 0: null does not mean "not graded".
    /// </summary>
    public decimal? ResultScore { get; init; }

    /// <summary>The scale; the specification's default is 1.</summary>
    public decimal? ResultMaximum { get; init; }

    /// <summary>The comment.</summary>
    public string? Comment { get; init; }
}
