namespace MentorCourseLti.Internship.Submissions;

/// <summary>How far a mentor's work on an activity has come, as its author sees it.</summary>
public enum WorkState
{
    NotStarted = 0,
    Draft = 1,
    HandedIn = 2,
    Graded = 3,
}

public static class WorkStates
{
    public static WorkState Of(DateTimeOffset? draftSavedAt, DateTimeOffset? handedInAt, DateTimeOffset? gradedAt)
    {
        if (gradedAt is not null)
            return WorkState.Graded;
        if (handedInAt is not null)
            return WorkState.HandedIn;
        return draftSavedAt is null ? WorkState.NotStarted : WorkState.Draft;
    }
}
