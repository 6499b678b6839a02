using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Terms;

/// <summary>One activity of a ready-made term.</summary>
/// <param name="Key">Stands for it in files and lines of copies, unique within its internship.</param>
/// <param name="WeekOf">In which week of a term of so many weeks it is due; none for what runs all term.</param>
/// <param name="Criteria">What it is judged by; none for a mentoring log.</param>
public sealed record PlannedWork(
    string Key, ActivityKind Kind, string Title, string Prompt, decimal Points, IReadOnlyList<Criterion> Criteria, decimal? GoalHours, IReadOnlyDictionary<int, int> WeekOf);
