using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>The rubrics that there are for a course: its own, and those of the same person's other courses.</summary>
public sealed class RubricLibrary(CourseDb db)
{
    private const int MostElsewhere = 50;
    private const int MostCourses = 100;

    public async Task<IReadOnlyList<OwnRubric>> OwnAsync(CurrentMember member, CancellationToken cancel)
    {
        var rubrics = await (from rubric in db.Rubrics.AsNoTracking()
                             where rubric.CourseId == member.CourseId
                             orderby rubric.Title, rubric.Id
                             select new { Rubric = rubric, Kept = db.RubricVersions.Count(version => version.RubricId == rubric.Id) }).ToListAsync(cancel);
        var uses = (await db.Activities.Where(activity => activity.CourseId == member.CourseId && activity.RubricId != null).InOrder()
            .Select(activity => new { activity.RubricId, activity.Id, activity.Title }).ToListAsync(cancel)).ToLookup(use => use.RubricId, use => new RubricUse(use.Id, use.Title));
        return rubrics.ConvertAll(row => new OwnRubric(row.Rubric, row.Kept + 1, [.. uses[row.Rubric.Id]]));
    }

    /// <summary>Of the newest courses first, each by title.</summary>
    public async Task<OtherRubrics> ElsewhereAsync(CurrentMember member, RubricSearch? search, CancellationToken cancel)
    {
        var rubrics = from course in db.TaughtElsewhere(member).OrderByDescending(course => course.Id).Take(MostCourses)
                      join rubric in db.Rubrics on course.Id equals rubric.CourseId
                      orderby course.Id descending, rubric.Title, rubric.Id
                      select new { Rubric = rubric, course.Title, course.ArchivedAt };
        // What is looked for stands in texts, of which the databases do not agree what an accent is.
        if (search is null)
            rubrics = rubrics.Take(MostElsewhere + 1);
        var found = new List<OtherRubric>();
        await foreach (var row in rubrics.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            IReadOnlyList<FoundPlace>? places = search is null ? [] : search.FindIn(row.Rubric);
            if (places is not null)
                found.Add(new OtherRubric(row.Rubric, row.Title, row.ArchivedAt, places));
            if (found.Count > MostElsewhere)
                break;
        }

        return new OtherRubrics([.. found.Take(MostElsewhere)], found.Count > MostElsewhere);
    }

    /// <summary>A rubric of another course in which the same person assesses.</summary>
    public async Task<Rubric?> FindElsewhereAsync(CurrentMember member, Guid id, CancellationToken cancel)
    {
        var taught = db.TaughtElsewhere(member);
        return await db.Rubrics.AsNoTracking().FirstOrDefaultAsync(rubric => rubric.Id == new RubricId(id) && taught.Any(course => course.Id == rubric.CourseId), cancel);
    }
}

/// <param name="Version">How many it has had, of those that are known.</param>
/// <param name="Uses">What is judged by it.</param>
public sealed record OwnRubric(Rubric Rubric, int Version, IReadOnlyList<RubricUse> Uses);

public sealed record RubricUse(ActivityId Id, string Title);

public sealed record OtherRubrics(IReadOnlyList<OtherRubric> Shown, bool HasMore);

/// <param name="Found">Where the words that were looked for are, but for its title.</param>
public sealed record OtherRubric(Rubric Rubric, string Course, DateTimeOffset? ArchivedAt, IReadOnlyList<FoundPlace> Found);
