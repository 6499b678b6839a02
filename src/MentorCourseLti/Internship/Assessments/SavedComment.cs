using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Assessments;

/// <summary>Words that a grader keeps to use again. They are the grader's own, in every course of the programme.</summary>
public sealed class SavedComment
{
    public const int LongestText = 2_000;

    /// <summary>A grader keeps no more: it is a bank, and is sent whole to whoever types.</summary>
    public const int Most = 200;

    public required SavedCommentId Id { get; init; }

    public required ProgrammeId ProgrammeId { get; init; }

    /// <summary>The grader, by the name that the LMS gives the person.</summary>
    public required string Grader { get; init; }

    public required string Text { get; set; }

    public required DateTimeOffset SavedAt { get; init; }
}
