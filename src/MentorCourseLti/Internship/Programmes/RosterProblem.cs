namespace MentorCourseLti.Internship.Programmes;

/// <summary>Why the LMS's roster of a course could not be read. Nobody is removed for it.</summary>
public enum RosterProblem
{
    /// <summary>The LMS does not permit this tool to read rosters.</summary>
    NotPermitted = 1,

    /// <summary>It was too busy, or could not be reached.</summary>
    TryLater = 2,

    /// <summary>It refused, for a reason of its own.</summary>
    Refused = 3,

    /// <summary>It sent a list without anybody, which is not believed.</summary>
    Empty = 4,
}
