namespace Lti.Grades;

/// <summary>How far the grading is (AGS 2.0, 3.4.8). Any but <see cref="FullyGraded"/> blanks an existing grade in Moodle.</summary>
public enum GradingProgress
{
    /// <summary>Nothing to grade yet.</summary>
    NotReady = 0,

    /// <summary>Grading failed.</summary>
    Failed = 1,

    /// <summary>Under way; no human needed.</summary>
    Pending = 2,

    /// <summary>Waits for a human.</summary>
    PendingManual = 3,

    /// <summary>The score is final.</summary>
    FullyGraded = 4,
}
