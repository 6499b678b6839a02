using Lti.Grades;
using MentorCourseLti.Internship.Activities;

namespace MentorCourseLti.Delivery;

/// <summary>What every column of ours says, whether it comes with a link or is made for its first grade.</summary>
internal static class ColumnTerms
{
    public const string Tag = "grade";

    /// <summary>The work can be looked at from the gradebook once it is handed in.</summary>
    public static SubmissionReview Review { get; } = new() { ReviewableStatus = [nameof(ActivityProgress.Submitted), nameof(ActivityProgress.Completed)] };

    public static LineItem Of(Activity activity, decimal outOf, string? link) => new()
    {
        Label = activity.Title,
        ScoreMaximum = outOf,
        ResourceId = activity.Id.ToString(),
        ResourceLinkId = link,
        Tag = Tag,
        StartDateTime = activity.OpensAt,
        EndDateTime = activity.DueAt,
        SubmissionReview = Review,
    };
}
