namespace MentorCourseLti.Internship.Mentoring;

/// <summary>What became of a log entry.</summary>
public enum EntryState
{
    /// <summary>Nobody has looked at it yet.</summary>
    Waiting = 0,

    /// <summary>Its time counts.</summary>
    Approved = 1,

    /// <summary>Given back with a note; its mentor changes it and it waits again.</summary>
    Returned = 2,
}
