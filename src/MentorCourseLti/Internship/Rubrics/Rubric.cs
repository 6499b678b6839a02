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

    /// <summary>Says something else from now on. What it was until now is to be kept; none where nothing is otherwise.</summary>
    public RubricVersion? Change(string title, IReadOnlyList<Criterion> criteria, MemberId by, DateTimeOffset now)
    {
        if (title == Title && RubricDifference.AreSame(Criteria, criteria))
            return null;
        var before = new RubricVersion { RubricId = Id, Version = Version, Title = Title, Criteria = Criteria, ReplacedAt = now, ReplacedBy = by };
        (Title, Criteria) = (title, criteria);
        Version++;
        return before;
    }
}
