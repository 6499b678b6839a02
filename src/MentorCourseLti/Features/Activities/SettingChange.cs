namespace MentorCourseLti.Features.Activities;

/// <summary>One thing that saving settings would change beyond the settings themselves.</summary>
/// <param name="Count">Of grades or of pieces of work, where it is about some.</param>
public sealed record SettingChange(SettingChangeKind Kind, string? Words = null, DateTimeOffset? At = null, int Count = 0);

public enum SettingChangeKind
{
    ColumnRenamed,
    ColumnPoints,
    ColumnDue,
    ColumnDueRemoved,

    /// <summary>The LMS does not let us change its columns.</summary>
    ColumnKept,
    GradesCountAnew,

    /// <summary>A date or a rule takes more from some grades, or less.</summary>
    GradesByRule,
    BecomeLate,
    NoLongerLate,
    LmsDateWins,
    LmsPointsWin,
}
