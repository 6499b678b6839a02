namespace MentorCourseLti.Internship.Rules;

/// <summary>How taking part in the internship is graded: a sum of parts, each capped at its own points.</summary>
public sealed record Participation(IReadOnlyList<ParticipationPart> Parts)
{
    public decimal Points => Parts.Sum(part => part.Points);

    /// <summary>What the gradebook gets, in hundredths.</summary>
    /// <param name="facts">One for each part, in the order of the parts.</param>
    public decimal ScoreOf(IReadOnlyList<PartFacts> facts)
    {
        if (facts.Count != Parts.Count)
            throw new ArgumentException("Every part has its facts.", nameof(facts));

        decimal sum = Parts.Zip(facts, (part, its) => part.ScoreOf(its)).Sum();
        return Math.Clamp(Math.Round(sum, 2, MidpointRounding.AwayFromZero), 0, Points);
    }

    /// <summary>Why this cannot be a course's rule, part by part; empty where it can.</summary>
    public IReadOnlyList<ParticipationProblem> Problems()
    {
        if (Parts.Count == 0)
            return [new(ParticipationProblemKind.NoParts, Part: 0)];

        var problems = new List<ParticipationProblem>();
        for (int i = 0; i < Parts.Count; i++)
        {
            if (Parts.Take(i).Any(earlier => earlier.Kind == Parts[i].Kind))
                problems.Add(new(ParticipationProblemKind.TwoOfOneKind, i));
            problems.AddRange(Parts[i].Problems().Select(kind => new ParticipationProblem(kind, i)));
        }
        return problems;
    }

    // The same parts in the same order are the same rule, whichever lists hold them: what is read from the database is compared with what is set.
    public bool Equals(Participation? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var part in Parts)
            hash.Add(part);
        return hash.ToHashCode();
    }
}
