namespace MentorCourseLti.Delivery;

/// <summary>What came of one try. The words for each are in the receipts page's resources.</summary>
public enum DeliveryAnswer
{
    /// <summary>The LMS took it.</summary>
    Accepted = 0,

    /// <summary>An earlier try had arrived although its answer had not: the gradebook already shows it.</summary>
    AlreadyThere = 1,

    /// <summary>The LMS is down, slow or asks us to slow down.</summary>
    TryAgain = 2,

    /// <summary>The LMS takes no grade for this person here.</summary>
    NotAStudentThere = 3,

    /// <summary>The column is gone from the gradebook.</summary>
    ColumnGone = 4,

    /// <summary>The LMS does not permit this tool to write grades.</summary>
    NotPermitted = 5,

    /// <summary>Any other refusal that another try would not mend.</summary>
    Refused = 6,

    /// <summary>The gradebook holds another grade, typed there by hand.</summary>
    ChangedByHand = 7,

    /// <summary>Nothing was sent: the gradebook already has a grade, and a report of the hand-in would have blanked it.</summary>
    KeptGrade = 8,

    /// <summary>The LMS sends no gradebook address for this link.</summary>
    NoColumn = 9,

    /// <summary>The link opens another activity by now, or the run was archived: the column is no more this grade's.</summary>
    ColumnRetired = 10,

    /// <summary>It failed for days; sending again is up to a person.</summary>
    GaveUp = 11,
}
