using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Submissions;

/// <summary>What a mentor handed in at one time. It never changes.</summary>
public sealed class Attempt
{
    public required AttemptId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required SubmissionId SubmissionId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>Markdown.</summary>
    public required string Text { get; init; }

    public required int Words { get; init; }

    /// <summary>The files that were handed in with it.</summary>
    public IReadOnlyList<AttachmentId> Files { get; init; } = [];

    public required DateTimeOffset HandedInAt { get; init; }

    /// <summary>When the work was first handed in, where this is a later attempt after feedback: by that it is on time or late.</summary>
    public DateTimeOffset? FirstHandedInAt { get; init; }

    /// <summary>Set when the mentor took the attempt back before it was graded, or handed in a newer one after it was.</summary>
    public DateTimeOffset? SetAsideAt { get; set; }

    /// <summary>Set when its assessment was released.</summary>
    public DateTimeOffset? GradedAt { get; set; }

    public DateTimeOffset CountsFrom => FirstHandedInAt ?? HandedInAt;

    public bool Stands => SetAsideAt is null;
}
