using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>One level in the form of a rubric.</summary>
public sealed class LevelForm
{
    /// <summary>None for a new one.</summary>
    public string? Key { get; set; }

    public string? Name { get; set; }

    /// <summary>As typed. Empty: the level counts nothing.</summary>
    public string? Points { get; set; }

    /// <summary>As typed: where its range begins. Empty: it gives its points and nothing else.</summary>
    public string? Least { get; set; }

    public string? Description { get; set; }

    public static LevelForm Of(Level level) => new()
    {
        Key = level.Key,
        Name = level.Name,
        Points = Shared.Points.Invariant(level.Points),
        Least = level.Least is { } least ? Shared.Points.Invariant(least) : null,
        Description = level.Description,
    };

    public LevelForm Copy() => new() { Name = Name, Points = Points, Least = Least, Description = Description };

    public Level ToLevel(string key) => new(key, RubricForm.Line(Name), ReadPoints() ?? 0, RubricForm.Text(Description), ReadLeast());

    /// <summary>None where it is no number.</summary>
    public decimal? ReadPoints() => string.IsNullOrWhiteSpace(Points) ? 0 : Shared.Points.Read(Points);

    /// <summary>None where it is no number, or no range.</summary>
    public decimal? ReadLeast() => Shared.Points.Read(Least);
}
