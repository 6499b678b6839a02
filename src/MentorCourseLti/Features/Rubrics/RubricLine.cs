using MentorCourseLti.Data;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>The line of a rubric's versions, the newest first. They are numbered from the first that was kept.</summary>
public sealed class RubricLine(CourseDb db)
{
    private const int PageSize = 50;

    /// <param name="before">Only versions before that number; none for the newest.</param>
    public async Task<RubricVersions> ReadAsync(Rubric rubric, int? before, CancellationToken cancel)
    {
        var (count, first) = await CountAsync(rubric, cancel);
        int newest = Math.Min(count, before - 1 ?? count);
        // With the one before the last shown: it says who made that, and what changed in it.
        int earliest = first + newest - PageSize - 1, latest = first + newest - 1;
        var kept = await (from version in db.RubricVersions.AsNoTracking()
                          where version.RubricId == rubric.Id && version.Version >= earliest && version.Version <= latest
                          join maker in db.Members on version.ReplacedBy equals maker.Id into makers
                          from maker in makers.DefaultIfEmpty()
                          orderby version.Version descending
                          select new { Version = version, Maker = maker.Name }).ToListAsync(cancel);
        var states = kept.ConvertAll(row => (Number: row.Version.Version - first + 1, row.Version.Title, row.Version.Criteria));
        if (newest == count)
            states.Insert(0, (count, rubric.Title, rubric.Criteria));

        var shown = new List<ShownVersion>();
        foreach (var (index, (number, title, criteria)) in states.Take(PageSize).Index())
        {
            var replaced = kept.Find(row => row.Version.Version - first + 2 == number);
            shown.Add(new ShownVersion(number, title, criteria)
            {
                // The first has none before it. When it was made its rubric's id says, where it never changed before versions were kept.
                MadeAt = replaced?.Version.ReplacedAt ?? (first == 0 ? rubric.Id.MadeAt : null),
                By = replaced?.Maker,
                IsPresent = number == count,
                Difference = replaced is null ? null : RubricDifference.Between(replaced.Version.Title, replaced.Version.Criteria, title, criteria),
                SameAs = states.Skip(index + 2).FirstOrDefault(state => state.Title == title && RubricDifference.AreSame(state.Criteria, criteria)).Number,
            });
        }

        return new RubricVersions(shown, count);
    }

    /// <summary>One version that is no more; none where there is none of that number.</summary>
    public async Task<RubricVersion?> FindAsync(Rubric rubric, int number, CancellationToken cancel)
    {
        var (_, first) = await CountAsync(rubric, cancel);
        return await db.RubricVersions.AsNoTracking().FirstOrDefaultAsync(version => version.RubricId == rubric.Id && version.Version == first + number - 1, cancel);
    }

    /// <summary>What criteria and levels were known by in any version: a new one is none of them, or grades would take it for the old one.</summary>
    public async Task<IReadOnlyList<Criterion>> EverAsync(Rubric rubric, CancellationToken cancel) =>
        [.. rubric.Criteria, .. (await db.RubricVersions.Where(version => version.RubricId == rubric.Id).Select(version => version.Criteria).ToListAsync(cancel)).SelectMany(criteria => criteria)];

    /// <summary>How many versions there are, and what the rubric's version was in the first of them.</summary>
    private async Task<(int Count, int First)> CountAsync(Rubric rubric, CancellationToken cancel)
    {
        int kept = await db.RubricVersions.CountAsync(version => version.RubricId == rubric.Id, cancel);
        return (kept + 1, rubric.Version - kept);
    }
}

/// <param name="Shown">Some of them, the newest first.</param>
/// <param name="Count">How many there are.</param>
public sealed record RubricVersions(IReadOnlyList<ShownVersion> Shown, int Count);

/// <summary>One version of a rubric.</summary>
public sealed record ShownVersion(int Number, string Title, IReadOnlyList<Criterion> Criteria)
{
    /// <summary>None for the first that was kept of a rubric that is older.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>Who made it, where that is known.</summary>
    public string? By { get; init; }

    public bool IsPresent { get; init; }

    /// <summary>From the one before. None for the first.</summary>
    public RubricDifference? Difference { get; init; }

    /// <summary>The number of the version that was brought back with it; 0 where it is new.</summary>
    public int SameAs { get; init; }
}
