using Lti.Grades;
using Lti.Services;
using MentorCourseLti.Data;
using MentorCourseLti.Internship.Activities;
using Microsoft.EntityFrameworkCore;

namespace MentorCourseLti.Delivery;

/// <summary>Finds out whether a column is gone from its gradebook, where an answer lets one think so.</summary>
internal sealed class ColumnLoss(GradeService grades, CourseDb db, TimeProvider clock)
{
    public static bool MayMeanIt(int? status) => status is StatusCodes.Status404NotFound or StatusCodes.Status410Gone;

    /// <summary>What comes of anything that is sent to a column which is another activity's by now, or known to be gone; else none.</summary>
    public static DeliveryOutcome? OutcomeOf(GradeColumn column) => column switch
    {
        { RetiredAt: not null } => new DeliveryOutcome.LeftAlone(DeliveryAnswer.ColumnRetired, HttpStatus: null),
        { LostAt: not null } => new DeliveryOutcome.Refused(DeliveryAnswer.ColumnGone, HttpStatus: null),
        _ => null,
    };

    /// <summary>
    /// True where the LMS knows the column no more; then it is written down, and no grade is sent to it. An LMS may answer 404 for a person,
    /// too: the column's own address decides. None where the LMS does not say just now.
    /// </summary>
    public async Task<bool?> IsLostAsync(LaneCourse course, GradeColumn column, CancellationToken cancel)
    {
        if (column.LineItemUrl is not { } url)
            return false;
        switch (await grades.ReadLineItemAsync(course.Platform, new Uri(url), cancel))
        {
            case ServiceAnswer<LineItem>.TryLater:
                return null;
            case ServiceAnswer<LineItem>.Refused refused when MayMeanIt(refused.Status):
                await LoseAsync(column, url, cancel);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The column's own address said that it is gone. Only that address is lost: a launch may have named another meanwhile.</summary>
    public async Task LoseAsync(GradeColumn column, string url, CancellationToken cancel)
    {
        column.LostAt = clock.GetUtcNow();
        using (await db.WriteTurnAsync(cancel))
            await db.GradeColumns.Where(one => one.Id == column.Id && one.LineItemUrl == url).ExecuteUpdateAsync(set => set.SetProperty(one => one.LostAt, column.LostAt), cancel);
        // Written already: what is saved next must not write it over what changed meanwhile.
        if (db.Entry(column) is { State: not EntityState.Detached } entry)
            entry.Property(one => one.LostAt).MarkWritten();
    }
}
