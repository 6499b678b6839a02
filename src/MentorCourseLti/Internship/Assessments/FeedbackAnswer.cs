using MentorCourseLti.Internship.Activities;

namespace MentorCourseLti.Internship.Assessments;

/// <summary>What a mentor makes of a released assessment: that it was read, what they say to it, and where they take it up.</summary>
public sealed class FeedbackAnswer
{
    public const int LongestText = 4_000;

    public required AssessmentId AssessmentId { get; init; }

    /// <summary>When it was first seen as it was last released.</summary>
    public required DateTimeOffset ReadAt { get; set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The later reflection in which the mentor takes it up.</summary>
    public ActivityId? TakenUpIn { get; private set; }

    public int Version { get; private set; }

    public void Say(string text, ActivityId? takenUpIn, DateTimeOffset now)
    {
        if (text != Text)
            AnsweredAt = text.Length == 0 ? null : now;
        (Text, TakenUpIn) = (text, takenUpIn);
        Version++;
    }
}
