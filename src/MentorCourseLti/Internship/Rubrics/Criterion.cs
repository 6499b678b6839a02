namespace MentorCourseLti.Internship.Rubrics;

/// <param name="Key">Stands for the criterion in assessments, unique within its rubric.</param>
/// <param name="Levels">Best first, as Canvas and Moodle show them.</param>
public sealed record Criterion(string Key, string Title, string Description, IReadOnlyList<Level> Levels)
{
    public decimal Points => Levels.Count == 0 ? 0 : Levels.Max(level => level.Points);

    public bool HasRanges => Levels.Any(level => level.IsRange);

    public Level? FindLevel(string? key) => Levels.FirstOrDefault(level => level.Key == key);
}
