namespace MentorCourseLti.Internship.Rules;

/// <summary>What can be wrong with a participation grade.</summary>
public enum ParticipationProblemKind
{
    NoParts,

    /// <summary>Both would count the same work.</summary>
    TwoOfOneKind,

    NeededOutOfRange,

    DropOutOfRange,

    PointsOutOfRange,
}
