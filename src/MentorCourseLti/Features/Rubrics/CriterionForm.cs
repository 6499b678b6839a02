using System.Globalization;
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

    public CriterionForm Copy() => new()
    {
        Title = Title,
        Description = Description,
        Levels = [.. Levels.Select(level => new LevelForm { Name = level.Name, Points = level.Points, Description = level.Description })],
    };

    /// <param name="taken">Keys that a new level does not get.</param>
    public IReadOnlyList<Level> ToLevels(IEnumerable<string> taken)
    {
        var keys = Levels.Select(level => level.Key).Concat(taken).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. Levels.Select(level => new Level(
            level.Key is { Length: > 0 } key ? key : RubricForm.NewKey("l", keys),
            RubricForm.Line(level.Name), level.ReadPoints() ?? 0, RubricForm.Text(level.Description))).OrderByDescending(level => level.Points)];
    }
}

/// <summary>One level in the form of a rubric.</summary>
public sealed class LevelForm
{
    /// <summary>None for a new one.</summary>
    public string? Key { get; set; }

    public string? Name { get; set; }

    /// <summary>As typed. Empty: the level counts nothing.</summary>
    public string? Points { get; set; }

    public string? Description { get; set; }

    /// <summary>None where it is no number. A comma does for a point.</summary>
    public decimal? ReadPoints() => string.IsNullOrWhiteSpace(Points) ? 0
        : decimal.TryParse(Points.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out decimal points) ? points
        : null;
}
