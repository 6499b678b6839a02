namespace Lti.Grades;

/// <summary>How far the person is (AGS 2.0, 3.4.7).</summary>
public enum ActivityProgress
{
    /// <summary>Not started, or started over.</summary>
    Initialized = 0,

    /// <summary>Started.</summary>
    Started = 1,

    /// <summary>Under way.</summary>
    InProgress = 2,

    /// <summary>Handed in; may change again.</summary>
    Submitted = 3,

    /// <summary>Done.</summary>
    Completed = 4,
}
