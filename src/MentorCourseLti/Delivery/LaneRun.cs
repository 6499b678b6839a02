using MentorCourseLti.Hosting.Metrics;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;

namespace MentorCourseLti.Delivery;

/// <summary>
/// Delivers the due grades of one course, one after the other, as long as it holds the lane. A crash at any line loses
/// nothing: what was taken in hand is in doubt, and the next run asks the gradebook before it sends again.
/// </summary>
internal sealed class LaneRun(
    LaneLeases leases, LaneQueue queue, GradeSender sender, ColumnFinder columns, ColumnLoss loss, ColumnChanger changes, ReadBack readBack, CourseMetrics metrics, TimeProvider clock)
{
    /// <summary>A lane in trouble tries one grade a turn; one that was well up to now gives the LMS a few chances.</summary>
    private const int FailuresToRest = 3;

    private static readonly TimeSpan SettleEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>After a fault of ours, so that it is not repeated without end.</summary>
    private static readonly TimeSpan RestAfterFault = TimeSpan.FromSeconds(30);

    private readonly Dictionary<GradeColumnId, GradeColumn> touched = [];
    private DeliveryOutcome.TryLater? lastTrouble;
    private int failures;
    private bool isInTrouble;
    private bool isBackAgain;

    /// <summary>Returns when the lane has something due again, if it has.</summary>
    public async Task<DateTimeOffset?> DrainAsync(CourseId course, Guid holder, CancellationToken cancel)
    {
        var rest = new LaneRest(clock.GetUtcNow() + RestAfterFault, Failures: 0);
        try
        {
            if (await queue.FindCourseAsync(course, cancel) is not { } found)
                return null;
            failures = found.Failures;
            Task<bool> HoldsLaneAsync() => leases.RenewAsync(course, holder, clock.GetUtcNow(), cancel);
            rest = await changes.SendAsync(course, found.Course, HoldsLaneAsync, cancel) ? await DrainAsync(course, found.Course, HoldsLaneAsync, cancel) : LaneRest.None;
            foreach (var column in touched.Values)
                await readBack.ReadAsync(found.Course, column, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            rest = LaneRest.None;
            throw;
        }
        finally
        {
            await leases.ReleaseAsync(course, holder, rest, CancellationToken.None);
        }

        var next = Earlier(await queue.NextDueAsync(course, cancel), await changes.NextDueAsync(course, cancel));
        return next is { } due && due < rest.Until ? rest.Until : next;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private async Task<LaneRest> DrainAsync(CourseId id, LaneCourse course, Func<Task<bool>> holdsLane, CancellationToken cancel)
    {
        while (await queue.TakeAsync(id, clock.GetUtcNow(), cancel) is { Count: > 0 } stops)
        {
            int done = 0;
            while (done < stops.Count && !isInTrouble)
            {
                var tried = await TryUntilTimeToSettleAsync(course, stops, done, cancel);
                done += tried.Count;
                await SettleAsync(id, tried, cancel);
                if (!await holdsLane())
                    return LaneRest.None;
            }

            if (isInTrouble)
            {
                await queue.PutBackAsync(stops.Skip(done), cancel);
                var retryAfter = lastTrouble?.RetryAfter;
                return new LaneRest(clock.GetUtcNow() + RetrySchedule.Pause(Math.Max(1, failures - FailuresToRest + 1), retryAfter), failures);
            }
        }

        return LaneRest.None;
    }

    private async Task<List<TriedGrade>> TryUntilTimeToSettleAsync(LaneCourse course, IReadOnlyList<LaneStop> stops, int from, CancellationToken cancel)
    {
        var tried = new List<TriedGrade>(stops.Count - from);
        long started = clock.GetTimestamp();
        for (int i = from; i < stops.Count && !isInTrouble && clock.GetElapsedTime(started) < SettleEvery; i++)
        {
            var one = await TryAsync(course, stops[i], cancel);
            tried.Add(one);
            metrics.DeliveryTried(one.Outcome.Answer);
            Note(one);
        }

        return tried;
    }

    private async Task<TriedGrade> TryAsync(LaneCourse course, LaneStop stop, CancellationToken cancel)
    {
        if (await columns.EnsureAsync(course, stop, cancel) is { } noColumn)
            return new TriedGrade(stop, stop.Message(stop.Delivery.NextTimestamp()), noColumn);
        var tried = await sender.SendAsync(course, stop, cancel);
        if (tried.Outcome is not DeliveryOutcome.Refused { Why: DeliveryAnswer.ColumnGone } refused || await loss.IsLostAsync(course, stop.Column, cancel) is not false)
            return tried;
        // The column is there: it was the person whom the LMS did not find.
        return tried with { Outcome = new DeliveryOutcome.Refused(DeliveryAnswer.NotAStudentThere, refused.HttpStatus, refused.Words) };
    }

    private void Note(TriedGrade tried)
    {
        if (tried.Outcome is DeliveryOutcome.TryLater later)
        {
            lastTrouble = later;
            failures++;
            isInTrouble = failures >= FailuresToRest || later.AsksToSlowDown;
            return;
        }

        if (failures > 0)
            isBackAgain = true;
        failures = 0;
        if (tried.Outcome is DeliveryOutcome.Arrived && tried.Sent.Score is not null)
            touched[tried.Stop.Column.Id] = tried.Stop.Column;
    }

    private async Task SettleAsync(CourseId course, List<TriedGrade> tried, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await queue.SettleAsync(tried, now, cancel);
        if (isBackAgain)
        {
            isBackAgain = false;
            await queue.HurryAsync(course, now, cancel);
        }
    }
}
