namespace MentorCourseLti.Internship.Rules;

/// <summary>What one mentor has done toward one part of the participation grade. Excused work is in none of it.</summary>
/// <param name="Possible">How many there are to be done at all; none where there is no end to them.</param>
/// <param name="Shares">Each score from 0 to 1 of its points; 0 for what is due and was not handed in.</param>
// Counted anew each time and compared by nobody, so that its list may compare as lists do.
public sealed record PartFacts(int Done, int? Possible, IReadOnlyList<decimal> Shares);
