using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Rubrics;

/// <summary>Changes rubrics, by hand or back to what they were, and keeps every version.</summary>
public sealed class RubricDesk(CourseDb db, RubricRescore rescore, TimeProvider clock)
{
    /// <summary>A rubric of the member's course; none where there is none, or where the member does not assess.</summary>
    public async Task<Rubric?> FindAsync(CurrentMember member, Guid id, CancellationToken cancel) => member.MayAssess
        ? await db.Rubrics.SingleOrDefaultAsync(rubric => rubric.Id == new RubricId(id) && rubric.CourseId == member.CourseId, cancel)
        : null;

    /// <summary>Adds a rubric to the member's course. The page saves.</summary>
    public Rubric Add(CurrentMember member, string title, IReadOnlyList<Criterion> criteria)
    {
        var rubric = new Rubric { Id = RubricId.New(clock.GetUtcNow()), CourseId = member.CourseId, Title = title, Criteria = criteria };
        db.Add(rubric);
        return rubric;
    }

    /// <param name="seen">The rubric's version that the change is meant for.</param>
    public async Task<RubricChange> ChangeAsync(Rubric rubric, int seen, string title, IReadOnlyList<Criterion> criteria, CurrentMember by, CancellationToken cancel)
    {
        if (rubric.Version != seen)
            return RubricChange.Crossed;
        if (rubric.Change(title, criteria, by.Id, clock.GetUtcNow()) is { } before)
            db.Add(before);
        if (!await db.TrySaveAsync(cancel))
            return RubricChange.Crossed;
        // Grades stay as they were; whoever has changed what levels count is asked.
        return (await rescore.PreviewAsync(rubric, new CourseTime(by.TimeZone), cancel)).Count > 0 ? RubricChange.CountsOtherwise : RubricChange.Saved;
    }
}

/// <summary>What became of a change.</summary>
public enum RubricChange
{
    Saved = 1,

    /// <summary>Saved, and grades would come out otherwise by it.</summary>
    CountsOtherwise = 2,

    /// <summary>Somebody else came first: nothing is saved.</summary>
    Crossed = 3,
}
