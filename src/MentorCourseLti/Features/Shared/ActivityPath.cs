using MentorCourseLti.Internship.Activities;

namespace MentorCourseLti.Features.Shared;

/// <summary>Where an activity opens, below the visit: for those who work on it, and for those who assess it.</summary>
internal static class ActivityPath
{
    public static string Of(ActivityKind kind, ActivityId id, bool supervises) => (kind, supervises) switch
    {
        (ActivityKind.MentoringLog, true) => $"/logs/{id}/review",
        (ActivityKind.MentoringLog, false) => $"/logs/{id}",
        (ActivityKind.Participation, true) => $"/standing/{id}/review",
        (ActivityKind.Participation, false) => $"/standing/{id}",
        (_, true) => $"/reflections/{id}/submissions",
        _ => $"/reflections/{id}",
    };
}
