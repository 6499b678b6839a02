using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Activities;

/// <summary>A piece of coursework that a link in the LMS opens.</summary>
public sealed class Activity
{
    public required ActivityId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required ActivityKind Kind { get; init; }

    public required string Title { get; set; }

    /// <summary>What the mentor is asked, in Markdown.</summary>
    public required string Prompt { get; set; }

    /// <summary>What the work counts in the gradebook.</summary>
    public required decimal Points { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    /// <summary>From here on nothing can be handed in or taken back.</summary>
    public DateTimeOffset? ClosesAt { get; set; }

    /// <summary>What a reflection is judged by.</summary>
    public RubricId? RubricId { get; set; }

    /// <summary>How many hours of mentoring a log asks for.</summary>
    public decimal? GoalHours { get; set; }

    /// <summary>Whether mentor leaders grade the work of their own mentors.</summary>
    public bool LeadersGrade { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsClosed(DateTimeOffset now) => ClosesAt is { } closes && now >= closes;

    public bool IsLate(DateTimeOffset handedInAt) => DueAt is { } due && handedInAt > due;

    /// <summary>
    /// What a sum of rubric points counts in the gradebook. A rubric of 20 on an activity of 10 points counts half;
    /// a rubric without points counts nothing.
    /// </summary>
    public decimal ScoreOf(decimal rubricPoints, decimal rubricTotal) =>
        rubricTotal <= 0 ? 0 : Math.Clamp(Math.Round(rubricPoints / rubricTotal * Points, 2, MidpointRounding.AwayFromZero), 0, Points);
}
