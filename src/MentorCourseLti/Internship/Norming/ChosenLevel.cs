using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Norming;

/// <summary>The level that a grader chose for one criterion of one sample.</summary>
/// <param name="Step">Its place among the criterion's levels: 0 for the best.</param>
public sealed record ChosenLevel(MemberId Grader, Level Level, int Step, decimal Points);
