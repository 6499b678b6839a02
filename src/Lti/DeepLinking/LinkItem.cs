using Lti.Grades;

namespace Lti.DeepLinking;

/// <summary>A link to this tool that the platform is to make (deep linking 2.0, 3.1: <c>ltiResourceLink</c>).</summary>
public sealed record LinkItem
{
    /// <summary>What people read.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence or two about it; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>Where it leads, on our own origin; null for what the registration says.</summary>
    public Uri? Url { get; init; }

    /// <summary>Comes back with every launch of the link.</summary>
    public IReadOnlyDictionary<string, string> Custom { get; init; } = System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    /// <summary>The gradebook column that comes with it; null for none.</summary>
    public LinkItemColumn? Column { get; init; }

    /// <summary>From when people may open it.</summary>
    public DateTimeOffset? AvailableFrom { get; init; }

    /// <summary>Until when people may open it.</summary>
    public DateTimeOffset? AvailableUntil { get; init; }

    /// <summary>When work is due.</summary>
    public DateTimeOffset? DueAt { get; init; }
}

/// <summary>The column that comes with a link (deep linking 2.0, 3.1).</summary>
/// <param name="Label">Its name.</param>
/// <param name="ScoreMaximum">What it counts.</param>
/// <param name="ResourceId">The tool's own id of what is graded.</param>
/// <param name="Tag">The tool's own word for the kind of column.</param>
/// <param name="Review">That the work can be looked at from the gradebook; null where it cannot.</param>
public sealed record LinkItemColumn(string Label, decimal ScoreMaximum, string ResourceId, string Tag, SubmissionReview? Review = null);
