using MentorCourseLti.Data;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting.Visits;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Features.Picture;

/// <summary>Reads the term picture in a handful of statements, whatever its size.</summary>
public sealed class PictureDesk(CourseDb db, TimeProvider clock)
{
    /// <summary>Six thousand of them: no more than what an index holds.</summary>
    private static readonly Func<CourseDb, CourseId, IAsyncEnumerable<WorkCell>> ReadWork = CompiledQuery.Of((CourseDb db, CourseId course) =>
        from submission in db.Submissions
        where submission.CourseId == course
        select new WorkCell(submission.ActivityId, submission.MemberId, submission.State));

    /// <summary>Of those whom the viewer sees. A participation grade is no column: it counts what the others show.</summary>
    public async Task<TermPicture> ReadAsync(CurrentMember viewer, CancellationToken cancel)
    {
        var (course, now) = (viewer.CourseId, clock.GetUtcNow());
        var activities = await db.Activities.AsNoTracking().Where(activity => activity.CourseId == course && activity.Kind != ActivityKind.Participation)
            .InOrder().ToListAsync(cancel);
        var mentors = await db.MentorsSeenByAsync(viewer, cancel);
        var work = new Dictionary<(ActivityId, MemberId), WorkState>();
        await foreach (var cell in ReadWork(db, course).WithCancellation(cancel))
            work[(cell.ActivityId, cell.MemberId)] = cell.State;
        var logs = await ReadLogsAsync([.. activities.Where(activity => activity.Kind is ActivityKind.MentoringLog).Select(activity => activity.Id)], cancel);
        var allowances = await db.Allowances.Where(one => one.CourseId == course).Select(one => new { one.ActivityId, one.MemberId, one.DueAt, one.IsExcused })
            .ToDictionaryAsync(one => (one.ActivityId, one.MemberId), one => (one.DueAt, one.IsExcused), cancel);
        // What is the same for everybody is worked out once.
        var usual = activities.ToDictionary(activity => activity.Id, activity => activity.TermsFor(allowance: null));

        CellState Of(Activity activity, MemberId mentor)
        {
            var terms = allowances.TryGetValue((activity.Id, mentor), out var own) ? activity.TermsFor(own.DueAt, own.IsExcused) : usual[activity.Id];
            return activity.Kind is ActivityKind.MentoringLog
                ? CellStates.OfLog(logs.GetValueOrDefault((activity.Id, mentor)), terms, now)
                : CellStates.OfWork(work.GetValueOrDefault((activity.Id, mentor)), terms, now);
        }

        return new TermPicture(
            [.. activities.Select(activity => new PictureColumn(activity.Id, activity.Kind, activity.Title, activity.DueAt))],
            [.. from mentor in mentors
                where mentor.IsActive || activities.Exists(activity => work.ContainsKey((activity.Id, mentor.Id)) || logs.ContainsKey((activity.Id, mentor.Id)))
                select new PictureRow(mentor.Name, mentor.IsActive, [.. activities.Select(activity => Shown(Of(activity, mentor.Id), mentor.IsActive))])]);
    }

    /// <summary>Whoever has left owes nothing: what they handed in stays.</summary>
    private static CellState? Shown(CellState state, bool isActive) => isActive || state is CellState.HandedIn or CellState.Returned or CellState.Graded ? state : null;

    private async Task<Dictionary<(ActivityId, MemberId), LogCount>> ReadLogsAsync(IReadOnlyList<ActivityId> logs, CancellationToken cancel) => logs.Count == 0 ? [] : await (
        from entry in db.LogEntries
        where logs.Contains(entry.ActivityId)
        group entry by new { entry.ActivityId, entry.MemberId } into own
        select new
        {
            own.Key,
            Waiting = own.Count(entry => entry.State == EntryState.Waiting),
            Approved = own.Count(entry => entry.State == EntryState.Approved),
            Returned = own.Count(entry => entry.State == EntryState.Returned),
        }).ToDictionaryAsync(own => (own.Key.ActivityId, own.Key.MemberId), own => new LogCount(own.Waiting, own.Approved, own.Returned), cancel);

    private sealed record WorkCell(ActivityId ActivityId, MemberId MemberId, WorkState State);
}
