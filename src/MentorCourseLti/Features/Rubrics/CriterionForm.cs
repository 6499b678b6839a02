using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>One criterion in the form of a rubric.</summary>
public sealed class CriterionForm
{
    /// <summary>None for a new one.</summary>
    public string? Key { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public IList<LevelForm> Levels { get; set; } = [];

    public static CriterionForm New() => new() { Levels = [new LevelForm(), new LevelForm(), new LevelForm()] };

    public static CriterionForm Of(Criterion criterion) => new()
    {
        Key = criterion.Key,
        Title = criterion.Title,
        Description = criterion.Description,
        Levels = [.. criterion.Levels.Select(LevelForm.Of)],
    };

    public CriterionForm Copy() => new() { Title = Title, Description = Description, Levels = [.. Levels.Select(level => level.Copy())] };

    /// <param name="taken">Keys that a new level does not get.</param>
    public IReadOnlyList<Level> ToLevels(IEnumerable<string> taken)
    {
        var keys = Levels.Select(level => level.Key).Concat(taken).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. Levels.Select(level => level.ToLevel(level.Key is { Length: > 0 } key ? key : RubricForm.NewKey("l", keys))).OrderByDescending(level => level.Points)];
    }
}
