namespace MentorCourseLti.Internship.Terms;

/// <summary>One calendar week of a term.</summary>
/// <param name="Number">None where breaks cover its Monday to Friday.</param>
/// <param name="Breaks">Those that touch it, with one day or all of them.</param>
public sealed record TermWeek(int? Number, DateOnly Monday, IReadOnlyList<Break> Breaks)
{
    public bool Equals(TermWeek? other) => other is not null && Number == other.Number && Monday == other.Monday && Breaks.SequenceEqual(other.Breaks);

    public override int GetHashCode() => HashCode.Combine(Number, Monday, Breaks.Count);
}
