namespace MentorCourseLti.Internship.Programmes;

/// <summary>A member's sections as one text, a name a line between line ends, so that a query can ask for one of them.</summary>
public static class SectionNames
{
    private const char End = '\n';

    public static string Write(IEnumerable<string> names)
    {
        var ordered = names.Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase).ToList();
        return ordered.Count == 0 ? "" : $"{End}{string.Join(End, ordered)}{End}";
    }

    public static IReadOnlyList<string> Read(string written) => written.Split(End, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What stands in the text of whoever is in the section.</summary>
    public static string LineOf(string name) => $"{End}{name}{End}";
}
