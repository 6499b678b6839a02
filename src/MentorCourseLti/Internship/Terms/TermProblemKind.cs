namespace MentorCourseLti.Internship.Terms;

/// <summary>What can be wrong with a term's calendar.</summary>
public enum TermProblemKind
{
    /// <summary>Its year is a slip of the keyboard.</summary>
    StartOutOfRange = 1,

    TooFewWeeks = 2,

    TooManyWeeks = 3,

    TooManyBreaks = 4,

    BreakWithoutName = 5,

    BreakNameTooLong = 6,

    /// <summary>An earlier break of the list has the same name.</summary>
    BreakNamedTwice = 7,

    BreakEndsBeforeItStarts = 8,

    BreakTooLong = 9,

    /// <summary>No day of it lies in the weeks of the term.</summary>
    BreakOutsideTerm = 10,
}
