using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Picture;

/// <summary>A mentor's own way through the term: every work in order with how it stands, hours and sessions week by week.</summary>
[LongPage]
public sealed class PathModel(WeekDesk desk, CourseDb db, TimeProvider clock, IStringLocalizer<WeeksPage> text) : WeeksPage(text)
{
    public IReadOnlyList<PathStep> Steps { get; private set; } = [];

    public int Done => Steps.Count(step => step.State is CellState.HandedIn or CellState.Returned or CellState.Graded or CellState.Excused);

    protected override async Task<WeekPicture?> ReadAsync(CancellationToken cancel) => Member.MayHandIn ? await desk.ReadOwnAsync(Member, cancel) : null;

    protected override async Task ReadMoreAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Steps = [.. (await OwnWork.OfAsync(db, Member, cancel)).Select(work => new PathStep(work, CellStates.OfWork(work.State, work.Terms, now)))];
    }
}

/// <summary>One work on a mentor's path.</summary>
public sealed record PathStep(OwnWork Work, CellState State);
