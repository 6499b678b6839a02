namespace Lti.Grades;

/// <summary>One person's score to send (AGS 2.0, 3.4).</summary>
public sealed record Score
{
    /// <summary>The person: the launch's <c>sub</c>.</summary>
    public required string UserId { get; init; }

    /// <summary>The points; 0 is a grade. Null sends no points.</summary>
    public decimal? ScoreGiven { get; init; }

    /// <summary>
    /// Whether a score without points takes out those that were there before, as the specification says of every such score (AGS 2.0, 3.4.5). Unless it
    /// is said, Canvas is asked to keep them, since a mere hand-in should.
    /// </summary>
    public bool RemovesScore { get; init; }

    /// <summary>The scale of <see cref="ScoreGiven"/>; required with it, more than 0. The platform rescales.</summary>
    public decimal? ScoreMaximum { get; init; }

    /// <summary>A comment, plain text.</summary>
    public string? Comment { get; init; }

    /// <summary>
    /// Whether the comment differs from the one sent last. Canvas adds a comment for every score that has one, so there it
    /// is sent only then; Moodle clears it when it is left out, so elsewhere it is always sent.
    /// </summary>
    public bool CommentChanged { get; init; }

    /// <summary>When the grade changed. Must increase strictly for each person and line item, by at least one second for Moodle.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>How far the person is.</summary>
    public ActivityProgress ActivityProgress { get; init; } = ActivityProgress.Completed;

    /// <summary>How far the grading is.</summary>
    public GradingProgress GradingProgress { get; init; } = GradingProgress.FullyGraded;

    /// <summary>When the person handed in; Canvas decides lateness by it.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>A launch address of ours that shows the work; Canvas's SpeedGrader opens it.</summary>
    public Uri? SubmissionUrl { get; init; }

    /// <summary>Whether this reports a new attempt. Canvas would otherwise make one for every score.</summary>
    public bool IsNewSubmission { get; init; }
}
