using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Norming;

/// <summary>What one grader says of one sample.</summary>
public sealed class NormingScore
{
    public required NormingSampleId SampleId { get; init; }

    public required MemberId GraderId { get; init; }

    public IReadOnlyList<Mark> Marks { get; private set; } = [];

    /// <summary>On the whole.</summary>
    public string Comment { get; private set; } = "";

    public DateTimeOffset ScoredAt { get; private set; }

    /// <summary>Raised by every change, so that two tabs of one grader notice one another.</summary>
    public int Version { get; private set; }

    public void Write(IReadOnlyList<Mark> marks, string comment, DateTimeOffset now)
    {
        (Marks, Comment, ScoredAt) = (marks, comment, now);
        Version++;
    }
}
