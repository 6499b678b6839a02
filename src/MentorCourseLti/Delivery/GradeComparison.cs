namespace MentorCourseLti.Delivery;

/// <summary>Compares a grade of ours with one read from a gradebook, which may have been rescaled and rounded there.</summary>
public static class GradeComparison
{
    // Gradebooks keep five decimals at the most and may rescale on the way in and out.
    private const decimal Tolerance = 0.0001m;

    /// <summary>Moodle omits a result of 0, so nothing read means 0.</summary>
    public static bool Same(decimal score, decimal outOf, decimal? readScore, decimal? readOutOf)
    {
        decimal read = readScore ?? 0;
        decimal readMaximum = readOutOf is > 0 ? readOutOf.Value : outOf;
        return outOf <= 0 || readMaximum <= 0
            ? Math.Abs(score - read) <= Tolerance
            : Math.Abs((score / outOf) - (read / readMaximum)) <= Tolerance;
    }
}
