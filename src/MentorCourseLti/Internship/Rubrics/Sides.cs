namespace MentorCourseLti.Internship.Rubrics;

/// <summary>Two lists side by side, their things known by keys: what is only in the second, only in the first, and in both.</summary>
internal sealed record Sides<T>(IReadOnlyList<T> Added, IReadOnlyList<T> Removed, IReadOnlyList<(T Was, T Now)> Kept)
{
    public static Sides<T> Of(IReadOnlyList<T> was, IReadOnlyList<T> now, Func<T, string> key) => new(
        [.. now.ExceptBy(was.Select(key), key, StringComparer.Ordinal)],
        [.. was.ExceptBy(now.Select(key), key, StringComparer.Ordinal)],
        [.. was.Join(now, key, key, (one, other) => (one, other), StringComparer.Ordinal)]);

    public static bool AreReordered(IReadOnlyList<T> was, IReadOnlyList<T> now, Func<T, string> key)
    {
        var (before, after) = (was.Select(key).ToList(), now.Select(key).ToList());
        return !before.Intersect(after, StringComparer.Ordinal).SequenceEqual(after.Intersect(before, StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
