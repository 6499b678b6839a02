namespace MentorCourseLti.Internship.Audit;

/// <summary>What somebody who looks after others did in a course.</summary>
public enum AuditAct
{
    /// <summary>Judged an attempt; its mentor sees nothing of it yet.</summary>
    Graded = 1,
    Released = 2,

    /// <summary>A released grade is another one now, by hand or by a rule or date that changed.</summary>
    GradeChanged = 3,
    ReleaseTakenBack = 4,

    EntryApproved = 10,
    EntryReturned = 11,

    ActivityAdded = 20,
    ActivityChanged = 21,
    RubricAdded = 22,
    RubricChanged = 23,
    RubricRemoved = 24,

    /// <summary>Gave a mentor another date, or excused them; or took that back.</summary>
    Allowed = 30,

    LeaderNamed = 40,
    LeaderUnnamed = 41,

    /// <summary>Gave a mentor to a leader, or to nobody.</summary>
    MentorGiven = 42,

    CourseChanged = 50,
    RunArchived = 51,
    RunTakenBack = 52,
    ProgrammeJoined = 53,
    ProgrammeLeft = 54,
    ProgrammeChanged = 55,

    ArchiveDownloaded = 60,
}
