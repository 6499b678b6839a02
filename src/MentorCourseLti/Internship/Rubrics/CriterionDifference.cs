namespace MentorCourseLti.Internship.Rubrics;

/// <summary>What of a criterion is otherwise than before.</summary>
public sealed record CriterionDifference
{
    public required Criterion Was { get; init; }

    public required Criterion Now { get; init; }

    public required IReadOnlyList<Level> Added { get; init; }

    public required IReadOnlyList<Level> Removed { get; init; }

    /// <summary>Levels that count otherwise.</summary>
    public required IReadOnlyList<(Level Was, Level Now)> Counting { get; init; }

    /// <summary>A description, or what a level is called.</summary>
    public required bool HasOtherWords { get; init; }

    /// <summary>What was there stands in another order, though it counts what it did.</summary>
    public required bool IsReordered { get; init; }

    public bool IsRenamed => Was.Title != Now.Title;

    public bool IsAny => IsRenamed || Added.Count > 0 || Removed.Count > 0 || Counting.Count > 0 || HasOtherWords || IsReordered;

    public static CriterionDifference Between(Criterion was, Criterion now)
    {
        var (added, removed, kept) = Sides<Level>.Of(was.Levels, now.Levels, level => level.Key);
        var counting = kept.Where(pair => WithWordsOf(pair.Now, pair.Was) != pair.Now).ToList();
        return new CriterionDifference
        {
            Was = was,
            Now = now,
            Added = added,
            Removed = removed,
            Counting = counting,
            HasOtherWords = was.Description != now.Description || kept.Any(pair => WithWordsOf(pair.Now, pair.Was) != pair.Was),
            IsReordered = counting.Count == 0 && Sides<Level>.AreReordered(was.Levels, now.Levels, level => level.Key),
        };
    }

    private static Level WithWordsOf(Level words, Level level) => level with { Name = words.Name, Description = words.Description };
}
