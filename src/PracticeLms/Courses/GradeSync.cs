namespace PracticeLms.Courses;

/// <summary>What the tool may do with the gradebook: Moodle's three choices for "IMS LTI Assignment and Grade Services".</summary>
public enum GradeSync
{
    None,
    SyncOnly,
    SyncAndColumns,
}
