namespace MentorCourseLti.Features.Norming;

/// <summary>What became of a score.</summary>
public enum ScoreResult
{
    Saved = 1,

    /// <summary>Another tab of the same grader saved first.</summary>
    ScoredElsewhere,

    /// <summary>Its text or the rubric is another one now.</summary>
    RoundChanged,

    Closed,
}
