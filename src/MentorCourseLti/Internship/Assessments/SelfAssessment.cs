using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Submissions;

namespace MentorCourseLti.Internship.Assessments;

/// <summary>Where a mentor placed the own work on its rubric before handing it in. It counts nothing, and never changes.</summary>
public sealed class SelfAssessment
{
    public required AttemptId AttemptId { get; init; }

    /// <summary>A copy, as in an <see cref="Assessment"/>.</summary>
    public required IReadOnlyList<Criterion> RubricThen { get; init; }

    public required IReadOnlyList<Mark> Marks { get; init; }

    /// <summary>The level of a criterion that the mentor chose, where the criterion still has it.</summary>
    public Level? ChosenLevel(Criterion criterion) => Marks.LevelOf(criterion);

    /// <summary>On how many criteria a grader chose the same level, and on how many both chose one.</summary>
    public (int Same, int Both) Compare(Assessment assessment)
    {
        var both = assessment.RubricThen.Where(criterion => ChosenLevel(criterion) is not null && assessment.ChosenLevel(criterion) is not null).ToList();
        return (both.Count(criterion => ChosenLevel(criterion) == assessment.ChosenLevel(criterion)), both.Count);
    }
}
