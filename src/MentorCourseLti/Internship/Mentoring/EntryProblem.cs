namespace MentorCourseLti.Internship.Mentoring;

/// <summary>Why a session cannot be logged as it is said to have been.</summary>
public enum EntryProblem
{
    EndsBeforeItStarts,
    TooLong,
    NotOverYet,

    /// <summary>The mentor has logged another session at that time.</summary>
    Overlaps,

    /// <summary>The log is not open yet.</summary>
    LogNotOpen,

    /// <summary>The log is closed.</summary>
    LogClosed,

    /// <summary>It is approved, and changes no more.</summary>
    AlreadyApproved,

    /// <summary>Another window, or the instructor, changed it meanwhile.</summary>
    ChangedMeanwhile,
}
