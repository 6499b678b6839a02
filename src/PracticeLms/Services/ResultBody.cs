namespace PracticeLms.Services;

/// <summary>A result as the service answers it (AGS 2.0, result service).</summary>
public sealed record ResultBody
{
    public required string Id { get; init; }

    public required string ScoreOf { get; init; }

    public required string UserId { get; init; }

    public decimal? ResultScore { get; init; }

    public decimal? ResultMaximum { get; init; }

    public string? Comment { get; init; }

    public DateTimeOffset? Timestamp { get; init; }
}
