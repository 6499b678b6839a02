using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Rules;

namespace MentorCourseLti.Internship.Terms;

/// <summary>One activity of a term that is to be set up.</summary>
/// <param name="Criteria">What it is judged by; none for a mentoring log.</param>
/// <param name="Week">In which week it is due; none for what runs all term.</param>
/// <param name="Day">On which day of the week, where it has one of its own.</param>
/// <param name="At">At which time of that day.</param>
/// <param name="Late">What late work loses.</param>
/// <param name="Participation">What a participation grade is made of.</param>
public sealed record TermWork(
    ActivityKind Kind, string Title, string Prompt, decimal Points, string RubricTitle, IReadOnlyList<Criterion> Criteria, decimal? GoalHours, bool LeadersGrade, bool IsAnonymous, bool AsksSelfAssessment,
    int? Week, DayOfWeek? Day = null, TimeOnly? At = null, LatePolicy? Late = null, Participation? Participation = null);
