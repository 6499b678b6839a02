using Lti.Grades;
using Lti.Services;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Delivery;

/// <summary>Brings gradebook columns in line with their activities: name, points and dates, but for those where the LMS's own word wins.</summary>
internal sealed class ColumnChanger(GradeService grades, ColumnLoss loss, CourseDb db, TimeProvider clock)
{
    /// <summary>
    /// Before the course's grades, so that they are sent into a column that counts what they are out of. The LMS may be slow: after each column
    /// <paramref name="holdsLane"/> is asked, and where the lane is lost nothing more is sent and the answer is false.
    /// </summary>
    public async Task<bool> SendAsync(CourseId id, LaneCourse course, Func<Task<bool>> holdsLane, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await (from change in db.ColumnChanges
                         where change.CourseId == id && change.DueAt <= now
                         join column in db.GradeColumns on change.ColumnId equals column.Id
                         join activity in db.Activities on column.ActivityId equals activity.Id
                         orderby change.Tries, change.ColumnId
                         select new { change, column, activity }).ToListAsync(cancel);
        DeliveryOutcome.TryLater? trouble = null;
        foreach (var one in due)
        {
            // An LMS that does not answer, or asks us to slow down, need not be asked for the course's other columns.
            var outcome = trouble ?? await SendAsync(course, one.column, one.activity, cancel);
            trouble = outcome is DeliveryOutcome.TryLater later && (later.HttpStatus is null || later.AsksToSlowDown) ? later : null;
            one.change.Settle(outcome, clock.GetUtcNow());
            bool isSaved = await TrySaveAsync(cancel);
            if (!await holdsLane())
                return false;
            if (!isSaved)
                return true;
        }

        return true;
    }

    public Task<DateTimeOffset?> NextDueAsync(CourseId course, CancellationToken cancel) =>
        db.ColumnChanges.Where(change => change.CourseId == course && change.DueAt != null).MinAsync(change => change.DueAt, cancel);

    private async Task<DeliveryOutcome> SendAsync(LaneCourse course, GradeColumn column, Activity activity, CancellationToken cancel)
    {
        if (ColumnLoss.OutcomeOf(column) is { } noColumn)
            return noColumn;
        // A column that is not there yet is made as the activity says then.
        if (column.LineItemUrl is null)
            return new DeliveryOutcome.Arrived(DeliveryAnswer.AlreadyThere, HttpStatus: null);
        if (!course.Ags.MayManageLineItems)
            return new DeliveryOutcome.Refused(DeliveryAnswer.NotPermitted, HttpStatus: null);

        // What is null in a change is cleared (AGS 2.0, 3.2.7): everything that we do not change is sent as it was.
        var read = await grades.ReadLineItemAsync(course.Platform, new Uri(column.LineItemUrl), cancel);
        if (read is ServiceAnswer<LineItem>.Refused refused && ColumnLoss.MayMeanIt(refused.Status))
            await loss.LoseAsync(column, column.LineItemUrl, cancel);
        if (read is not ServiceAnswer<LineItem>.Ok { Value: var known })
            return OutcomeOf(read);
        var wanted = Wanted(known, activity) with { Id = known.Id ?? new Uri(column.LineItemUrl) };
        return wanted == known with { Id = wanted.Id }
            ? new DeliveryOutcome.Arrived(DeliveryAnswer.AlreadyThere, HttpStatus: null)
            : OutcomeOf(await grades.UpdateLineItemAsync(course.Platform, wanted, cancel));
    }

    private static LineItem Wanted(LineItem known, Activity activity) => known with
    {
        Label = activity.Title,
        ScoreMaximum = activity.Lms?.Points is null ? activity.Points : known.ScoreMaximum,
        StartDateTime = activity.Lms?.OpensAt is null ? activity.OpensAt : known.StartDateTime,
        EndDateTime = activity.Lms?.DueAt is null ? activity.DueAt : known.EndDateTime,
    };

    private static DeliveryOutcome OutcomeOf(ServiceAnswer<LineItem> answer) => answer switch
    {
        ServiceAnswer<LineItem>.Ok => new DeliveryOutcome.Arrived(DeliveryAnswer.Accepted, HttpStatus: null),
        ServiceAnswer<LineItem>.TryLater later => new DeliveryOutcome.TryLater(later.Status, later.RetryAfter, later.Reason),
        ServiceAnswer<LineItem>.Refused refused => new DeliveryOutcome.Refused(GradeSender.Why(refused.Status), refused.Status, refused.Reason),
        _ => throw new InvalidOperationException("ServiceAnswer is closed."),
    };

    /// <summary>False where the settings changed once more meanwhile: that wish waits still.</summary>
    private async Task<bool> TrySaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
