namespace MentorCourseLti.Internship.Rules;

/// <summary>Why a late policy cannot be a course's rule.</summary>
public enum LatePolicyProblem
{
    /// <summary>Less than no time, or more than two weeks.</summary>
    GraceOutOfRange,

    /// <summary>A day takes something, and no more than everything.</summary>
    PercentOutOfRange,

    FloorOutOfRange,

    /// <summary>With all the points as the floor, nothing would ever be taken.</summary>
    FloorMakesItPointless,
}
