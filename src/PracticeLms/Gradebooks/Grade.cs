using System.Collections.Immutable;

namespace PracticeLms.Gradebooks;

/// <summary>What a cell shows: never changed in place, so that a page reads one consistent state.</summary>
public sealed record Grade
{
    public static readonly Grade None = new();

    /// <summary>What the gradebook shows, in the column's points; nothing when there is no grade.</summary>
    public decimal? Score => TypedScore ?? ToolScore;

    /// <summary>The tool's score, in the column's points.</summary>
    public decimal? ToolScore { get; init; }

    /// <summary>The score that a teacher typed, which hides the tool's.</summary>
    public decimal? TypedScore { get; init; }

    public bool IsOverridden => TypedScore is not null;

    public ImmutableList<GradeComment> Comments { get; init; } = [];

    /// <summary>The timestamp of the newest score that was taken from the tool.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>When the grade changed last: the tool's timestamp or the time of a teacher's edit. Older scores are refused.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When the student handed in, as the tool said.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    public string? ActivityProgress { get; init; }

    public string? GradingProgress { get; init; }

    /// <summary>Submissions made by scores (Canvas).</summary>
    public int Submissions { get; init; }

    /// <summary>Where the newest submission can be opened (Canvas).</summary>
    public string? SubmissionUrl { get; init; }
}
