using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Assessments;

/// <summary>Finds what was said of a criterion.</summary>
public static class Marks
{
    public static Mark? Of(this IReadOnlyList<Mark> marks, Criterion criterion) => marks.FirstOrDefault(mark => mark.Criterion == criterion.Key);

    /// <summary>Every criterion that has levels was given one.</summary>
    public static bool IsMarkedBy(this IReadOnlyList<Criterion> rubric, IReadOnlyList<Mark> marks) => rubric.All(criterion => criterion.Levels.Count == 0 || marks.LevelOf(criterion) is not null);

    public static Level? LevelOf(this IReadOnlyList<Mark> marks, Criterion criterion) => criterion.FindLevel(marks.Of(criterion)?.Level);

    /// <summary>What the chosen level gives; none where none is chosen.</summary>
    public static decimal? PointsOf(this IReadOnlyList<Mark> marks, Criterion criterion) =>
        marks.Of(criterion) is { } mark ? criterion.FindLevel(mark.Level)?.Give(mark.Points) : null;
}
