namespace MentorCourseLti.Internship.Norming;

/// <summary>Two graders of the same sample are a pair: how many there are, and how many of them agree.</summary>
/// <param name="Same">Both chose the same level.</param>
/// <param name="Near">Both chose the same level, or one the next to the other's.</param>
public readonly record struct PairCount(int All, int Same, int Near)
{
    /// <summary>None where nobody can be compared.</summary>
    public decimal? SameShare => All == 0 ? null : (decimal)Same / All;

    public decimal? NearShare => All == 0 ? null : (decimal)Near / All;

    public static PairCount operator +(PairCount one, PairCount other) => new(one.All + other.All, one.Same + other.Same, one.Near + other.Near);
}
