namespace MentorCourseLti.Internship.Rubrics;

/// <param name="Key">Stands for the level in assessments, unique within its criterion.</param>
/// <param name="Points">What it gives; the most, where it gives a range.</param>
/// <param name="Least">The least it gives, where a grader chooses within a range. None where it gives its points and nothing else.</param>
public sealed record Level(string Key, string Name, decimal Points, string Description, decimal? Least = null)
{
    public bool IsRange => Least is not null;

    /// <summary>The points a grader may choose.</summary>
    public bool Allows(decimal points) => points <= Points && points >= (Least ?? Points);

    /// <summary>What it counts where a grader chose so many points within it, or left it at the most.</summary>
    public decimal Give(decimal? chosen) => Least is { } least && chosen is { } points ? Math.Clamp(points, least, Points) : Points;
}
