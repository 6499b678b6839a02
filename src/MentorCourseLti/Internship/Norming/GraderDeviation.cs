using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Internship.Norming;

/// <summary>How much milder or stricter a grader is than the others.</summary>
/// <param name="Samples">How many samples somebody else scored too.</param>
/// <param name="Points">What the grader gives a sample more than the others' average, on the average; less than nothing where they are stricter. None where there is nobody to compare with.</param>
public sealed record GraderDeviation(MemberId Grader, int Samples, decimal? Points);
