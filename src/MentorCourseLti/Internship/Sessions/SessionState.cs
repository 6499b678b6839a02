namespace MentorCourseLti.Internship.Sessions;

/// <summary>What became of a planned session.</summary>
public enum SessionState
{
    /// <summary>Still to come, or over and not told about yet.</summary>
    Planned = 0,

    Held = 1,

    Cancelled = 2,
}
