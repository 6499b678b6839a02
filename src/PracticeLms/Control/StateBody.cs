using PracticeLms.Gradebooks;

namespace PracticeLms.Control;

/// <summary>What scripts may read of the state.</summary>
public sealed record StateBody
{
    public required string Manner { get; init; }

    public required string Trouble { get; init; }

    public required IReadOnlyDictionary<string, int> TokenRequests { get; init; }

    public required long ServiceCalls { get; init; }

    public required long ScorePosts { get; init; }

    public required long Launches { get; init; }

    public required IReadOnlyList<LineItemState> LineItems { get; init; }
}

/// <summary>A column, with the cells that were written to, by person.</summary>
public sealed record LineItemState(
    string Course, string Id, string Url, string Label, decimal ScoreMaximum, string? ResourceLinkId, IReadOnlyDictionary<string, CellState> Cells);

/// <summary>A cell as the gradebook shows it, and how often it was written to.</summary>
public sealed record CellState
{
    public decimal? Score { get; init; }

    public required decimal Maximum { get; init; }

    public required bool Overridden { get; init; }

    public decimal? ToolScore { get; init; }

    public required IReadOnlyList<GradeComment> Comments { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    public string? GradingProgress { get; init; }

    public required int Posts { get; init; }

    public required int RefusedPosts { get; init; }

    public required int Submissions { get; init; }
}
