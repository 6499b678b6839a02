using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Rubrics;

/// <summary>What work is judged by: criteria, each with levels.</summary>
public sealed class Rubric
{
    public required RubricId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required string Title { get; set; }

    public required IReadOnlyList<Criterion> Criteria { get; set; }

    public decimal Total => Criteria.Sum(criterion => criterion.Points);
}
