using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Rubrics;

/// <summary>What work is judged by: criteria, each with levels.</summary>
public sealed class Rubric
{
    public required RubricId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required string Title { get; set; }

    public required IReadOnlyList<Criterion> Criteria { get; set; }

    /// <summary>The first of its line, of which this is a copy for another run; none where it was made anew.</summary>
    public RubricId? OriginId { get; init; }

    /// <summary>Raised by every change, so that two who edit it notice one another.</summary>
    public int Version { get; private set; }

    public decimal Total => Criteria.Sum(criterion => criterion.Points);

    public void Change(string title, IReadOnlyList<Criterion> criteria)
    {
        (Title, Criteria) = (title, criteria);
        Version++;
    }

    public Rubric Copy(RubricId id, string title) => new() { Id = id, CourseId = CourseId, Title = title, Criteria = Criteria };
}
