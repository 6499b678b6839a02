using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>What changed in a rubric, in sentences.</summary>
public sealed class RubricWords(IStringLocalizer<RubricWords> text)
{
    private const int MostNamed = 5;

    public IReadOnlyList<string> Of(RubricDifference difference) => [.. Sentences(difference)];

    private IEnumerable<string> Sentences(RubricDifference difference)
    {
        if (difference.FormerTitle is { } former)
            yield return text["Title", former];
        if (difference.Added.Count > 0)
            yield return Named("Added", difference.Added.Select(criterion => criterion.Title));
        if (difference.Removed.Count > 0)
            yield return Named("Removed", difference.Removed.Select(criterion => criterion.Title));
        foreach (var one in difference.Changed.Where(one => one.IsRenamed))
            yield return text["Renamed", one.Was.Title, one.Now.Title];
        foreach (string sentence in difference.Changed.SelectMany(OfLevels))
            yield return sentence;
        var reworded = difference.Changed.Where(one => one.HasOtherWords).Select(one => one.Now.Title).ToList();
        if (reworded.Count > 0)
            yield return text["Reworded", Names(reworded)];
        if (difference.IsReordered)
            yield return text["Reordered"];
    }

    private IEnumerable<string> OfLevels(CriterionDifference criterion)
    {
        string title = criterion.Now.Title;
        if (criterion.Added.Count > 0)
            yield return Named("Levels.Added", criterion.Added.Select(level => level.Name), title);
        if (criterion.Removed.Count > 0)
            yield return Named("Levels.Removed", criterion.Removed.Select(level => level.Name), title);
        if (criterion.Counting.Count > 0)
            yield return text["Levels.Counting", title, Join([.. criterion.Counting.Select(level => text["Counts", level.Now.Name, Points.Of(level.Now), Points.Of(level.Was)].Value)])];
        if (criterion.IsReordered)
            yield return text["Levels.Reordered", title];
    }

    private string Named(string key, IEnumerable<string> names, string? of = null)
    {
        var all = names.ToList();
        return text[$"{key}.{(all.Count == 1 ? "One" : "Many")}", Names(all), of ?? ""];
    }

    private string Names(IReadOnlyList<string> names) => Join([.. names.Select(name => text["Name", name].Value)]);

    private string Join(IReadOnlyList<string> parts) =>
        string.Join(", ", parts.Count > MostNamed ? parts.Take(MostNamed).Append(text["AndMore", parts.Count - MostNamed]) : parts);
}
