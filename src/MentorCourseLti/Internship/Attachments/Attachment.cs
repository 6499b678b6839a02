using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Internship.Attachments;

/// <summary>A file that goes with an activity's instructions, or with a mentor's work on it. Its bytes lie outside of the database.</summary>
public sealed class Attachment
{
    public required AttachmentId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required ActivityId ActivityId { get; init; }

    /// <summary>The work that it belongs to; none for what everybody in the course is given to read.</summary>
    public SubmissionId? SubmissionId { get; init; }

    public required MemberId AddedBy { get; init; }

    /// <summary>What its owner calls it. It names nothing on our disk.</summary>
    public required string Name { get; init; }

    /// <summary>What its content is, whatever its name says.</summary>
    public required FileKind Kind { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 in hexadecimal: a restored or copied file can be held against it.</summary>
    public required string Digest { get; init; }

    /// <summary>Its place among the files it stands with, from 1. No place is taken twice, so that two uploads at once cannot pass the limit.</summary>
    public required int Place { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Set when it was taken from the draft while an attempt still shows it.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
