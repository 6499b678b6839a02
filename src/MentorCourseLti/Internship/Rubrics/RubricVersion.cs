using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Rubrics;

/// <summary>
/// What a rubric was before it was changed. The present one is the rubric itself: so whatever makes a rubric, and all that were made before
/// versions were kept, have their first state without a row.
/// </summary>
public sealed class RubricVersion
{
    public required RubricId RubricId { get; init; }

    /// <summary>The rubric's version at that time.</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>When the next one was made.</summary>
    public required DateTimeOffset ReplacedAt { get; init; }

    public required MemberId ReplacedBy { get; init; }
}
