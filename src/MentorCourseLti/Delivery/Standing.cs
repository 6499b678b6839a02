using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rules;

namespace MentorCourseLti.Delivery;

/// <summary>How far a mentor has come in each part of a participation grade.</summary>
/// <param name="Facts">In the order of the parts.</param>
public sealed record Standing(Member Mentor, IReadOnlyList<PartFacts> Facts)
{
    /// <summary>Before anything was due or done there is nothing to grade.</summary>
    public bool HasBegun => Facts.Any(facts => facts.Done > 0 || facts.Shares.Count > 0);
}
