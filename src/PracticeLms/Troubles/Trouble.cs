namespace PracticeLms.Troubles;

/// <summary>A trouble, for how many calls it lasts, and which share of them it meets.</summary>
public sealed record Trouble(TroubleKind Kind)
{
    public static readonly Trouble None = new(TroubleKind.None);

    /// <summary>Of the calls, from 0 to 1, spread evenly: 0.25 is every fourth call.</summary>
    public double Share { get; init; } = 1;

    /// <summary>It is over after so many calls that met it; nothing means that it stays.</summary>
    public int? Count { get; init; }

    /// <summary>The token end point has it too.</summary>
    public bool AlsoTokens { get; init; }

    public int RetryAfterSeconds { get; init; } = 1;
}
