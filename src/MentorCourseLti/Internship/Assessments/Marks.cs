using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Assessments;

/// <summary>Finds what was said of a criterion.</summary>
public static class Marks
{
    public static Mark? Of(this IReadOnlyList<Mark> marks, Criterion criterion) => marks.FirstOrDefault(mark => mark.Criterion == criterion.Key);

    public static Level? LevelOf(this IReadOnlyList<Mark> marks, Criterion criterion) => criterion.FindLevel(marks.Of(criterion)?.Level);

    /// <summary>What the chosen level gives; none where none is chosen.</summary>
    public static decimal? PointsOf(this IReadOnlyList<Mark> marks, Criterion criterion) =>
        marks.Of(criterion) is { } mark ? criterion.FindLevel(mark.Level)?.Give(mark.Points) : null;
}
