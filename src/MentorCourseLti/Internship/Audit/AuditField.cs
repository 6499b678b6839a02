namespace MentorCourseLti.Internship.Audit;

/// <summary>What of a thing was changed.</summary>
public enum AuditField
{
    /// <summary>"17/20".</summary>
    Score = 1,

    /// <summary>Points of each criterion, in the rubric's order.</summary>
    Marks = 2,
    Comment = 3,

    /// <summary>What became of a log entry.</summary>
    State = 10,
    Note = 11,
    StartsAt = 12,
    Minutes = 13,

    Title = 20,
    Prompt = 21,
    Points = 22,
    OpensAt = 23,
    DueAt = 24,
    ClosesAt = 25,
    Late = 26,
    ResubmitUntil = 27,
    LeadersGrade = 28,
    Rubric = 29,
    GoalHours = 30,
    Participation = 31,
    IsAnonymous = 32,
    AsksSelfAssessment = 33,

    /// <summary>Criteria with their levels and points.</summary>
    Criteria = 40,

    /// <summary>A description in a rubric, or what was said of a criterion: neither is kept here.</summary>
    Wording = 41,

    IsExcused = 50,
    Leader = 60,
    TimeZone = 70,
}
