namespace MentorCourseLti.Internship.Submissions;

/// <summary>How taking an attempt back went.</summary>
public enum TakeBackResult
{
    TakenBack,
    NothingHandedIn,
    AlreadyGraded,
    Closed,
}
