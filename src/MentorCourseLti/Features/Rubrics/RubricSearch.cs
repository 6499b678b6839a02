using System.Globalization;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>Words that must all be in a rubric, wherever, and whatever their case and accents.</summary>
public sealed class RubricSearch
{
    private const int LongestText = 200;
    private const CompareOptions Folding = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    private readonly string[] words;

    private RubricSearch(string text) => (Text, words) = (text, text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As it was typed.</summary>
    public string Text { get; }

    /// <summary>None where nothing was typed.</summary>
    public static RubricSearch? Of(string? typed) => PlainText.Line(typed, LongestText) is { } text ? new RubricSearch(text) : null;

    /// <summary>Where the words are that the title has not; none where one of them is nowhere.</summary>
    public IReadOnlyList<FoundPlace>? FindIn(Rubric rubric)
    {
        var places = new List<FoundPlace>();
        foreach (string word in words.Where(word => !Has(rubric.Title, word)))
        {
            if (FindIn(rubric.Criteria, word) is not { } place)
                return null;
            places.Add(place);
        }

        return [.. places.Distinct()];
    }

    private static FoundPlace? FindIn(IReadOnlyList<Criterion> criteria, string word)
    {
        foreach (var criterion in criteria)
        {
            if (Has(criterion.Title, word) || Has(criterion.Description, word))
                return new FoundPlace(criterion.Title, Level: null);
            if (criterion.Levels.FirstOrDefault(level => Has(level.Name, word) || Has(level.Description, word)) is { } level)
                return new FoundPlace(criterion.Title, level.Name);
        }

        return null;
    }

    private static bool Has(string text, string word) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, Folding) >= 0;
}

/// <summary>A criterion, or one of its levels, in which a word is.</summary>
public sealed record FoundPlace(string Criterion, string? Level);
