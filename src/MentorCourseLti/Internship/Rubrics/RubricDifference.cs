namespace MentorCourseLti.Internship.Rubrics;

/// <summary>What of a rubric is otherwise than before. Criteria and levels are the same ones where their keys are.</summary>
public sealed record RubricDifference
{
    /// <summary>What it was called; none where it is called that still.</summary>
    public string? FormerTitle { get; private init; }

    public required IReadOnlyList<Criterion> Added { get; init; }

    public required IReadOnlyList<Criterion> Removed { get; init; }

    public required IReadOnlyList<CriterionDifference> Changed { get; init; }

    /// <summary>What was there stands in another order.</summary>
    public required bool IsReordered { get; init; }

    public static bool AreSame(IReadOnlyList<Criterion> one, IReadOnlyList<Criterion> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First with { Levels = pair.Second.Levels } == pair.Second && pair.First.Levels.SequenceEqual(pair.Second.Levels));

    public static RubricDifference Between(string formerTitle, IReadOnlyList<Criterion> was, string title, IReadOnlyList<Criterion> now)
    {
        var (added, removed, kept) = Sides<Criterion>.Of(was, now, criterion => criterion.Key);
        return new RubricDifference
        {
            FormerTitle = formerTitle == title ? null : formerTitle,
            Added = added,
            Removed = removed,
            Changed = [.. kept.Select(pair => CriterionDifference.Between(pair.Was, pair.Now)).Where(difference => difference.IsAny)],
            IsReordered = Sides<Criterion>.AreReordered(was, now, criterion => criterion.Key),
        };
    }
}
