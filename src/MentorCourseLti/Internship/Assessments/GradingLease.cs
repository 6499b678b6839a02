using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Internship.Assessments;

/// <summary>An attempt that lies open before a grader, so that a second one sees it and takes another. It runs out by itself: nothing is locked.</summary>
public sealed class GradingLease
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(3);

    public required AttemptId AttemptId { get; init; }

    public required MemberId HolderId { get; set; }

    public required DateTimeOffset Until { get; set; }
}
