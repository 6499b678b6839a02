namespace MentorCourseLti.Features.Activities;

/// <summary>Whether an activity has its column in the LMS's gradebook, and what an instructor can do where it has none.</summary>
public enum ColumnStanding
{
    Fine,

    /// <summary>No link in the LMS opens the activity.</summary>
    NoLink,

    /// <summary>The LMS lets this tool send no grades in this course.</summary>
    NotPermitted,

    /// <summary>The LMS names no column for the link, and lets us make none.</summary>
    NoColumn,

    /// <summary>It was deleted in the LMS's gradebook; we may make it again.</summary>
    Lost,

    /// <summary>It was deleted in the LMS's gradebook, and only the instructor can make another there.</summary>
    LostForGood,
}
