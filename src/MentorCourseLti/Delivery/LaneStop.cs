using Lti.Grades;
using Lti.Platforms;
using MentorCourseLti.Internship.Activities;

namespace MentorCourseLti.Delivery;

/// <summary>One grade in the hands of a deliverer, with what is needed to address it.</summary>
internal sealed record LaneStop(GradeDelivery Delivery, GradeColumn Column, string Subject, Activity Activity, string? LinkLmsId)
{
    /// <summary>True where an earlier try was cut off by a crash.</summary>
    public required bool IsInDoubt { get; init; }

    public SentGrade Message(DateTimeOffset timestamp) =>
        new(Delivery.Version, Delivery.Score, Delivery.OutOf, Delivery.Comment, Delivery.Attempt, timestamp, Delivery.IsTakenBack && Delivery.MayStandThere);
}

/// <summary>The course that a lane leads to.</summary>
internal sealed record LaneCourse(Platform Platform, AgsEndpoint Ags);
