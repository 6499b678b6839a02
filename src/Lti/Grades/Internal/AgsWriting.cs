using System.Globalization;
using System.Text.Json;
using Lti.Platforms;

namespace Lti.Grades.Internal;

/// <summary>Our values as AGS 2.0 wants them on the wire.</summary>
internal static class AgsWriting
{
    public static byte[] Write(Score score, Platform platform) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new ScoreJson
            {
                UserId = score.UserId,
                // 3.4.4: 0 is a score, null is none.
                ScoreGiven = score.ScoreGiven,
                ScoreMaximum = score.ScoreMaximum,
                Comment = LmsQuirks.SendsComment(platform, score) ? score.Comment : null,
                Timestamp = Moment(score.Timestamp),
                ActivityProgress = Name(score.ActivityProgress),
                GradingProgress = Name(score.GradingProgress),
                Submission = score.SubmittedAt is { } submitted ? new SubmissionJson { SubmittedAt = Moment(submitted) } : null,
                Canvas = LmsQuirks.WantsCanvasExtension(platform) ? ForCanvas(score) : null,
            },
            AgsJsonContext.Default.ScoreJson);

    public static byte[] Write(LineItem item) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new LineItemJson
            {
                Id = item.Id?.AbsoluteUri,
                Label = item.Label,
                ScoreMaximum = item.ScoreMaximum,
                ResourceId = item.ResourceId,
                Tag = item.Tag,
                ResourceLinkId = item.ResourceLinkId,
                StartDateTime = item.StartDateTime is { } start ? Moment(start) : null,
                EndDateTime = item.EndDateTime is { } end ? Moment(end) : null,
                SubmissionReview = item.SubmissionReview is { } review ? ToJson(review) : null,
            },
            AgsJsonContext.Default.LineItemJson);

    public static SubmissionReviewJson ToJson(SubmissionReview review) =>
        new() { ReviewableStatus = review.ReviewableStatus.Count == 0 ? null : review.ReviewableStatus, Label = review.Label, Url = review.Url?.AbsoluteUri };

    private static CanvasSubmissionJson ForCanvas(Score score) => new()
    {
        NewSubmission = score.IsNewSubmission,
        PreserveScore = LmsQuirks.PreservesScore(score) ? true : null,
        // A teacher's own grade wins.
        PrioritizeNonToolGrade = true,
        SubmissionType = score.SubmissionUrl is null ? null : "basic_lti_launch",
        SubmissionData = score.SubmissionUrl?.AbsoluteUri,
        // Older Canvas reads the student's time only here.
        SubmittedAt = score.SubmittedAt is { } submitted ? Moment(submitted) : null,
    };

    // 3.4.5: ISO 8601 with a zone and sub-seconds.
    private static string Moment(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Name(ActivityProgress progress) => progress switch
    {
        ActivityProgress.Initialized => "Initialized",
        ActivityProgress.Started => "Started",
        ActivityProgress.InProgress => "InProgress",
        ActivityProgress.Submitted => "Submitted",
        ActivityProgress.Completed => "Completed",
        _ => throw new ArgumentOutOfRangeException(nameof(progress)),
    };

    private static string Name(GradingProgress progress) => progress switch
    {
        GradingProgress.NotReady => "NotReady",
        GradingProgress.Failed => "Failed",
        GradingProgress.Pending => "Pending",
        GradingProgress.PendingManual => "PendingManual",
        GradingProgress.FullyGraded => "FullyGraded",
        _ => throw new ArgumentOutOfRangeException(nameof(progress)),
    };
}
